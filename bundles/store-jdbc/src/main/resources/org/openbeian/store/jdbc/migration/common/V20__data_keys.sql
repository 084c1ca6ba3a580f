-- Keys of personal data, one per scope, each wrapped by a master key that is not in this database.
create table data_key (
    scope varchar(400) primary key,
    id varchar(16) not null unique,
    master_id varchar(80) not null,
    wrapped ${bytes} not null,
    created_at timestamp(6) with time zone not null
);
create index data_key_master on data_key (master_id);
