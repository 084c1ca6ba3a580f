-- In a transaction of its own: the lock by which the columns came would keep everybody out while millions of rows are written.
update register_domain set gate_state = (select s.gate_state from register_service s where s.number = register_domain.service_number);
update register_app_domain
    set gate_state = (select s.gate_state from register_service s where s.number = register_app_domain.service_number);
