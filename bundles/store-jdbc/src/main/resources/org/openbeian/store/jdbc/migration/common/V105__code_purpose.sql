-- What a code is for: empty for the address of the account itself, otherwise a place in an order.
alter table contact_code add column purpose varchar(120) default '' not null;
