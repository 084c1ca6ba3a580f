create index delivery_account on delivery (account, id);
