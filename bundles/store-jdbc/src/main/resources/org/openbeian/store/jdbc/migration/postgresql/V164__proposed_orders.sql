-- The few orders with a proposed override are listed without a look at all others; the embedded database never holds so many.
create index filing_order_proposed on filing_order (id) where is_proposed;
