-- A keyed mark of the certificate by which an organizer is found, whatever brought it; and whose addresses and notices are, so that
-- they go with their account. Rows of before get theirs soon after the start.
alter table register_organizer add column certificate_mark varchar(64);
create index register_organizer_certificate on register_organizer (certificate_mark);
alter table public_address add column account varchar(200);
create index public_address_account on public_address (account);
alter table domain_blocking add column account varchar(200);
create index domain_blocking_account on domain_blocking (account);
