-- Orders whose resources fell below their limits.
create table resource_obligation (
    order_id varchar(64) primary key references filing_order (id),
    account varchar(200) not null,
    since timestamp(6) with time zone not null,
    document ${bytes} not null
);
create index resource_obligation_account on resource_obligation (account, since);
create index order_resource_service on order_resource (service_key);
