-- Public addresses with a filing number or an unpaid bill, and the addresses of resources.
create table public_address (
    ip varchar(64) primary key,
    state varchar(40) not null,
    since timestamp(6) with time zone not null,
    document varchar(20000) not null
);
create index public_address_since on public_address (since);
create table resource_address (
    ip varchar(64) not null,
    kind varchar(100) not null,
    id varchar(200) not null,
    primary key (ip, kind, id),
    foreign key (kind, id) references resource (kind, id) on delete cascade
);
create index resource_address_resource on resource_address (kind, id);
