-- Documents of the capabilities around a filing. subject keeps two of a kind from being about the same thing at once.
create table kept_case (
    kind varchar(20) not null,
    id varchar(64) not null,
    version bigint not null,
    order_id varchar(64),
    account varchar(200) not null,
    subject varchar(200),
    state varchar(40) not null,
    document ${bytes} not null,
    primary key (kind, id),
    unique (kind, subject)
);
create index kept_case_account on kept_case (account, kind, id);
create index kept_case_order on kept_case (order_id, kind, id);
create index kept_case_state on kept_case (kind, state, id);
