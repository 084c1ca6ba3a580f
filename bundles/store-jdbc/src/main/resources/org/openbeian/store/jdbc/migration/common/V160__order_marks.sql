-- Keyed marks of the certificate and mobile numbers in an order, by which it is found.
create table order_mark (
    mark varchar(64) not null,
    order_id varchar(64) not null,
    primary key (mark, order_id)
);
create index order_mark_order on order_mark (order_id);
alter table filing_order add column is_proposed boolean default false not null;
