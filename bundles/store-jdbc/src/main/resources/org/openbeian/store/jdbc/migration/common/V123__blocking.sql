-- Domains that were told to file by a day, and those that are blocked or isolated; gate_state is null while the gate says nothing of it.
create table domain_blocking (
    domain varchar(255) primary key,
    state varchar(40) not null,
    gate_state varchar(40),
    since timestamp(6) with time zone not null,
    document varchar(20000) not null
);
create index domain_blocking_since on domain_blocking (since);
