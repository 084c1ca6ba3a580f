-- A domain that an order holds from its submission to its end; the key keeps two orders from holding one at once.
create table held_domain (
    domain varchar(500) primary key,
    order_id varchar(64) not null references filing_order (id)
);
create index held_domain_order on held_domain (order_id);

insert into held_domain (domain, order_id)
select d.domain, min(d.order_id) from order_domain d join filing_order o on o.id = d.order_id
where o.state not in ('DRAFT', 'APPROVED', 'WITHDRAWN', 'EXPIRED', 'MUST_REFILE') group by d.domain;
