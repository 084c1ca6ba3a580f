-- Pictures and upload files: on the embedded database the bytes lie in files, of which this table says which are in use.
create table blob_file (
    id varchar(200) primary key,
    owner varchar(200) not null,
    length bigint not null
);
alter table blob_part alter column id set data type varchar(200);
alter table blob_part alter column order_id set data type varchar(200);
alter table upload_file add column content_id varchar(200);
alter table upload_file drop column content;
