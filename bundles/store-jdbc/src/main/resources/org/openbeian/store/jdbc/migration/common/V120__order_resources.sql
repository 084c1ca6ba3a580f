-- Which services of which orders name which resources. Orders of before get their rows when they change next.
create table order_resource (
    kind varchar(100) not null,
    resource_id varchar(200) not null,
    order_id varchar(64) not null references filing_order (id),
    service_key varchar(500) not null,
    primary key (kind, resource_id, order_id, service_key)
);
create index order_resource_order on order_resource (order_id);

-- What a resource rests on, such as the server of an authorization code.
create table resource_base (
    base_kind varchar(100) not null,
    base_id varchar(200) not null,
    kind varchar(100) not null,
    id varchar(200) not null,
    primary key (base_kind, base_id, kind, id),
    foreign key (kind, id) references resource (kind, id) on delete cascade
);
create index resource_base_resource on resource_base (kind, id);
