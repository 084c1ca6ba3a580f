-- What authorities found wrong after the grant, and what they keep out.
create table correction_case (
    id varchar(64) primary key,
    version bigint not null,
    case_key varchar(600) unique,
    scope varchar(200) not null,
    account varchar(200),
    is_open boolean not null,
    document ${bytes} not null
);
create index correction_case_account on correction_case (account, id);
create index correction_case_open on correction_case (is_open, id);

create table blacklist (mark varchar(600) primary key);
