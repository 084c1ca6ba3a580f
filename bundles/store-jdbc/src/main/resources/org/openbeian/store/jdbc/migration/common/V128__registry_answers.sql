-- What people saw in the public register.
create table registry_answer (
    id varchar(64) primary key,
    asked_by varchar(20) not null,
    mark varchar(400) not null,
    scope varchar(200) not null,
    decided boolean not null,
    proved boolean not null,
    as_of timestamp(6) with time zone not null,
    document ${bytes} not null
);
create index registry_answer_mark on registry_answer (asked_by, mark, as_of);
create index registry_answer_scope on registry_answer (scope);
