create table delegation (
    id varchar(64) primary key,
    owner varchar(200) not null,
    delegate varchar(200) not null,
    policies varchar(1000) not null,
    orders varchar(20000) not null,
    created_by varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone
);
create index delegation_owner on delegation (owner);
create index delegation_delegate on delegation (delegate, ends_at);

-- Known by the SHA-256 of the random token.
create table invitation (
    digest varchar(64) primary key,
    id varchar(64) not null unique,
    owner varchar(200) not null,
    policies varchar(1000) not null,
    orders varchar(20000) not null,
    ends_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    used_by varchar(200)
);
create index invitation_owner on invitation (owner);
