-- Domains of APPs: an APP may share them with a website, and with other APPs.
create table register_app_domain (
    domain varchar(500) not null,
    service_number varchar(100) not null,
    primary key (domain, service_number)
);
create index register_app_domain_service on register_app_domain (service_number);
