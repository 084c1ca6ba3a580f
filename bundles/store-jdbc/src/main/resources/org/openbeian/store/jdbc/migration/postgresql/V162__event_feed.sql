alter table order_event alter column tx set default txid_current();
