-- Tries of messages that are about no order, what the provider counts them as, and the receipts that are awaited.
alter table delivery alter column order_id drop not null;
alter table delivery add column account varchar(200);
alter table delivery add column attempt integer default 1 not null;
alter table delivery add column parts integer default 1 not null;
create index delivery_to on delivery (channel, masked_address, id);

create table awaited_receipt (
    channel varchar(100) not null,
    reference varchar(300) not null,
    message_key varchar(300) not null,
    account varchar(200),
    order_id varchar(64),
    message varchar(100) not null,
    masked_address varchar(500),
    attempt integer not null,
    parts integer not null,
    sent_at timestamp(6) with time zone not null,
    primary key (channel, reference)
);
create index awaited_receipt_key on awaited_receipt (message_key);
create index awaited_receipt_sent on awaited_receipt (sent_at);

-- document holds name, address and secret, protected.
create table endpoint (
    id varchar(64) primary key,
    account varchar(200) not null,
    channel varchar(100) not null,
    enabled boolean not null,
    created_at timestamp(6) with time zone not null,
    document ${bytes} not null
);
create index endpoint_account on endpoint (account, created_at);

-- What an account chose: for itself (no person), for a person in its orders (the mark of an address), or a person for all (no account).
create table notification_preference (
    account varchar(200) not null,
    person varchar(64) not null,
    document ${bytes} not null,
    primary key (account, person)
);
