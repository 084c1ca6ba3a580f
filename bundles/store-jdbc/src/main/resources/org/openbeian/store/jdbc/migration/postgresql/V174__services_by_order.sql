-- The services that an order brought. Those of imports, which may be millions, are not asked for so.
create index register_service_order on register_service (order_id) where order_id <> 'imported';
