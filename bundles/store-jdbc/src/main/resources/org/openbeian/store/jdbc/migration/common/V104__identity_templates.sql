-- Data of organizers and principals that an account uses again; the document is protected with the account's key.
create table identity_template (
    id varchar(64) primary key,
    version bigint not null,
    account varchar(200) not null,
    state varchar(20) not null,
    due timestamp(6) with time zone,
    document ${bytes} not null
);
create index identity_template_account on identity_template (account, id);
create index identity_template_state on identity_template (state, due);
