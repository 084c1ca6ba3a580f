-- The gate reads the APPs without the rows of all other services.
create index register_service_app on register_service (number, gate_state) where number like '%A';
