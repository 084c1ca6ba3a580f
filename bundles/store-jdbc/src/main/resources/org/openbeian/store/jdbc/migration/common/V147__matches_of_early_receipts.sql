-- One row for each spelling of a receipt's reference, so that the database finds the message it is about.
create table early_receipt_spelling (
    channel varchar(100) not null,
    reference varchar(300) not null,
    place integer not null,
    spelling varchar(300) not null,
    primary key (channel, reference, place),
    foreign key (channel, reference) references early_receipt (channel, reference) on delete cascade
);
create index early_receipt_spelling_spelled on early_receipt_spelling (channel, spelling);

-- Receipts are kept for an hour: those of a former version keep the reference as it came.
insert into early_receipt_spelling (channel, reference, place, spelling)
    select channel, reference, 0, reference from early_receipt;
alter table early_receipt drop column spellings;
