-- What of each filing an upload has no element for, as decided when it was prepared; unknown for files of before.
alter table upload_file add column not_sent text;
