-- The SMS verifications of one minute are looked after together.
create index filing_order_sms on filing_order (sms_due);
