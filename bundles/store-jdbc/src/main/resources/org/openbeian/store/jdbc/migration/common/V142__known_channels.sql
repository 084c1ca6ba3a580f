-- The channels that were here once, so that messages are kept for one that is away.
create table known_channel (
    id varchar(100) primary key,
    address_kind varchar(40) not null,
    form varchar(40) not null,
    gone_at timestamp(6) with time zone
);
