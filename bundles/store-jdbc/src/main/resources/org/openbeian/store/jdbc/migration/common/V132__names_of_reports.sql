-- By what an answer may name a report, and which reports answer a case.
create table authority_report_name (
    report_id bigint not null references authority_report (id) on delete cascade,
    name varchar(255) not null,
    primary key (report_id, name)
);
create index authority_report_named on authority_report_name (name);
create index authority_report_case on authority_report (case_id);
