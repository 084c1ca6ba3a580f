-- Address ranges of a report, each of which the authority answers by itself.
alter table authority_report add column parts int default 0 not null;
alter table authority_report add column parts_open int default 0 not null;

create table authority_report_part (
    report_id bigint not null references authority_report (id) on delete cascade,
    name varchar(80) not null,
    place varchar(200) not null,
    is_open boolean not null,
    primary key (report_id, name)
);
