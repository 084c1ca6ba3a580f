-- Pictures and archives are compressed already; trying again costs time for nothing.
alter table blob_part alter column content set storage external;
alter table upload_file alter column content set storage external;
alter table result_file alter column content set storage external;
