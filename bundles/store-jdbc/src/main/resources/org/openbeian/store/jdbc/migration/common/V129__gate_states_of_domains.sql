-- How the service stands for the gate, beside each of its domains: the gate reads millions of them, without their services. Rows
-- without it, such as those that a backup of a former version brings, are judged by their services.
alter table register_domain add column gate_state varchar(40);
alter table register_app_domain add column gate_state varchar(40);
