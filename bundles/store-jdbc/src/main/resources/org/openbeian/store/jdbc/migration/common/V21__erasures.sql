-- Certificates of erasure; they hold no personal data.
create table erasure (
    id varchar(16) primary key,
    happened_at timestamp(6) with time zone not null,
    document ${bytes} not null
);
create index erasure_time on erasure (happened_at);
