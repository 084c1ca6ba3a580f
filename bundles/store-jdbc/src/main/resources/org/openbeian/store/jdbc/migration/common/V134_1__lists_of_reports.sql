-- What lists of reports show of answers, so that no content need be revealed for them; unknown for reports of before.
alter table authority_report add column error varchar(40);
alter table authority_report add column answers int default 0 not null;
