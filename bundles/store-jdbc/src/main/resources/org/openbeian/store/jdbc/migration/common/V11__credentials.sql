-- Sessions are known by the SHA-256 of their random token.
create table account_session (
    digest varchar(64) primary key,
    account varchar(200) not null,
    used_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index account_session_account on account_session (account);
create index account_session_end on account_session (expires_at);

create table api_key (
    id varchar(64) primary key,
    account varchar(200) not null,
    label varchar(200) not null,
    secret ${bytes} not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);
create index api_key_account on api_key (account);

create table api_nonce (
    key_id varchar(64) not null,
    nonce varchar(64) not null,
    expires_at timestamp(6) with time zone not null,
    primary key (key_id, nonce)
);
create index api_nonce_end on api_nonce (expires_at);

create table account_identity (
    issuer varchar(500) not null,
    subject varchar(300) not null,
    account varchar(200) not null,
    linked_at timestamp(6) with time zone not null,
    primary key (issuer, subject)
);
create index account_identity_account on account_identity (account);
