-- The filing butler: cases, and what the embedded billing booked. live_order keeps an order from having two cases at once.
create table butler_case (
    id varchar(64) primary key,
    version bigint not null,
    order_id varchar(64) not null,
    live_order varchar(64) unique,
    account varchar(200) not null,
    butler varchar(200),
    document ${bytes} not null
);
create index butler_case_account on butler_case (account, id);
create index butler_case_butler on butler_case (butler, id);

create table invoice (
    id varchar(64) primary key,
    account varchar(200) not null,
    title ${bytes} not null,
    amount numeric(12, 2) not null,
    issued boolean not null,
    requested_at timestamp(6) with time zone not null
);
create index invoice_account on invoice (account, id);

create table charge (
    id varchar(200) primary key,
    account varchar(200) not null,
    order_id varchar(64) not null,
    item varchar(80) not null,
    amount numeric(12, 2) not null,
    booked_at timestamp(6) with time zone not null,
    invoice_id varchar(64) references invoice (id)
);
create index charge_account on charge (account, booked_at);
