-- document holds phone and e-mail, protected; the marks find an account by them.
create table account (
    name varchar(200) primary key,
    version bigint not null,
    roles varchar(500) not null,
    parent varchar(200),
    is_active boolean not null,
    document ${bytes} not null,
    phone_mark varchar(64) unique,
    email_mark varchar(64) unique,
    password_hash varchar(300),
    failures integer not null,
    locked_until timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null
);
