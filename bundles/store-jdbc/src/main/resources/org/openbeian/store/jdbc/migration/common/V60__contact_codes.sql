-- document holds the address, protected; the code is known by a keyed hash.
create table contact_code (
    id varchar(64) primary key,
    account varchar(200) not null,
    kind varchar(40) not null,
    address_mark varchar(64) not null,
    code_mark varchar(64) not null,
    document ${bytes} not null,
    sent_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    tries integer not null
);
create index contact_code_account on contact_code (account, sent_at);
create index contact_code_address on contact_code (address_mark, sent_at);
create index contact_code_sent on contact_code (sent_at);
