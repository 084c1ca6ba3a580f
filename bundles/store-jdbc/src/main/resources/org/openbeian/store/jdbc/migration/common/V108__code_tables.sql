-- Code tables as authorities published them, every version.
create table code_table (
    authority_id varchar(40) not null,
    name varchar(100) not null,
    version bigint not null,
    received_at timestamp(6) with time zone not null,
    document ${bytes} not null,
    primary key (authority_id, name, version)
);
