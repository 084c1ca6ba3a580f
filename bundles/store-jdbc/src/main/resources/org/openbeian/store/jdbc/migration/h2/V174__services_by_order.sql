-- The services that an order brought.
create index register_service_order on register_service (order_id);
