-- How the service stands for the gate, beside each of its domains: the gate reads millions of them, without their services. Rows that
-- a backup of a former version brings have none, and the gate asks their services.
alter table register_domain add column gate_state varchar(40);
update register_domain set gate_state = (select s.gate_state from register_service s where s.number = register_domain.service_number);
alter table register_app_domain add column gate_state varchar(40);
update register_app_domain
    set gate_state = (select s.gate_state from register_service s where s.number = register_app_domain.service_number);
