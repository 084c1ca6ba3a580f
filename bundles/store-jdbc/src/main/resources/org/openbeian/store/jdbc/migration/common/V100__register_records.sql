-- How an entry of the register stands, what was granted (protected), and the authority's ids by which it speaks of records.
alter table register_organizer add column state varchar(40) default 'ACTIVE' not null;
alter table register_organizer add column since timestamp(6) with time zone;
alter table register_organizer add column document ${bytes};
create index register_organizer_record on register_organizer (record_id);

alter table register_service add column state varchar(40) default 'ACTIVE' not null;
alter table register_service add column since timestamp(6) with time zone;
alter table register_service add column document ${bytes};
create index register_service_record on register_service (record_id);

create table register_access (
    service_number varchar(100) not null references register_service (number),
    record_id bigint not null,
    primary key (service_number, record_id)
);
create index register_access_record on register_access (record_id);
