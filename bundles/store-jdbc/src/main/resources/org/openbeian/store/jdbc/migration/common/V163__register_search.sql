-- A keyed mark of the name, by which an organizer is found; and ways to list by state, province and order.
alter table register_organizer add column name_mark varchar(64);
create index register_organizer_name on register_organizer (name_mark);
create index register_organizer_state on register_organizer (state, number);
create index register_organizer_province on register_organizer (province_id, number);
create index register_organizer_order on register_organizer (order_id);
