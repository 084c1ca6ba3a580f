-- The authority whose upload account an order that is not final goes to; by default that of its province.
alter table filing_order add column authority_id varchar(6);
update filing_order set authority_id = province_id
    where state in ('QUEUED_FOR_AUTHORITY', 'SMS_PENDING', 'SMS_FAILED', 'AUTHORITY_REVIEW');
create index filing_order_authority on filing_order (authority_id, state);
