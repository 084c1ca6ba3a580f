-- A provider may spell a reference in another way in its receipt than in its answer.
alter table early_receipt add column spellings varchar(1500);
