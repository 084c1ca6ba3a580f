-- Of a million orders those of a small province, and those in the specialists' queue, are listed without a look at all others; the
-- embedded database never holds so many.
create index filing_order_province on filing_order (province_id, id);
create index filing_order_queue on filing_order (due, risk desc, id) where state = 'PRE_REVIEW' and due is not null;
create index filing_order_queue_risk on filing_order (risk desc, due, id) where state = 'PRE_REVIEW' and due is not null;
