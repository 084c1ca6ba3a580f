-- What is known of domains; the document is protected by the key of the account, or by one of its own.
create table domain_registration (
    domain varchar(255) primary key,
    account varchar(200),
    document ${bytes} not null
);
create index domain_registration_account on domain_registration (account, domain);

-- Imports: how far, which lines were bad and, until the end, what each stored.
create table inventory_import (
    id varchar(64) primary key,
    document varchar(4000) not null,
    digest varchar(64) not null,
    started_at timestamp(6) with time zone not null
);
create index inventory_import_start on inventory_import (started_at);
create table inventory_import_bad (
    import_id varchar(64) not null references inventory_import (id),
    line_no bigint not null,
    zh varchar(4000) not null,
    en varchar(4000) not null,
    primary key (import_id, line_no)
);
create table inventory_import_mark (
    import_id varchar(64) not null references inventory_import (id),
    item varchar(310) not null,
    line_no bigint not null,
    content_hash varchar(64) not null,
    primary key (import_id, item)
);
