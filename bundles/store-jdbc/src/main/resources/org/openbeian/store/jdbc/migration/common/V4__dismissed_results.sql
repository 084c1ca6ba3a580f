-- A result file that could not be applied and that an operator settled in another way.
alter table result_file add column dismissed_at timestamp(6) with time zone;
alter table result_file add column dismissed_because varchar(4000);
