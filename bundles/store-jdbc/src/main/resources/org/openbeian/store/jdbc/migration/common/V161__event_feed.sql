-- Number of the transaction that wrote an entry: all entries in one sequence.
alter table order_event add column tx bigint default 0 not null;
create index order_event_tx on order_event (tx, order_id, event_no);
