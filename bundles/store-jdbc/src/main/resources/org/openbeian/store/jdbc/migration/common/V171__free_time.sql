-- Server time that accounts need not pay for, as the embedded billing booked it.
create table free_time (
    id varchar(200) primary key,
    account varchar(200) not null,
    order_id varchar(64) not null,
    resource_kind varchar(80),
    resource_id varchar(200),
    days integer not null,
    granted_at timestamp(6) with time zone not null
);
create index free_time_account on free_time (account, granted_at);
