-- Weight of what makes an order in pre-review need a closer look, and who holds it: the specialists' queue is ordered and cut by them.
alter table filing_order add column risk smallint default 0 not null;
alter table filing_order add column claimed_by varchar(100);
