-- Receipts that came before the message they are about was recorded as sent.
create table early_receipt (
    channel varchar(100) not null,
    reference varchar(300) not null,
    status varchar(40) not null,
    detail varchar(4000),
    parts integer not null,
    received_at timestamp(6) with time zone not null,
    primary key (channel, reference)
);
create index early_receipt_received on early_receipt (received_at);
