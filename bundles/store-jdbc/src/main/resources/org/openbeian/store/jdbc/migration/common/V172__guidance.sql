-- When enquiries were asked and answered first; over when no answer is due any more.
create table enquiry_time (
    id varchar(64) primary key,
    topic varchar(64),
    asked_at timestamp(6) with time zone not null,
    answered_at timestamp(6) with time zone,
    is_over boolean not null
);
create index enquiry_time_asked on enquiry_time (asked_at);
-- What each account thought of a text of the help.
create table help_vote (
    text_id varchar(64) not null,
    account varchar(200) not null,
    helpful boolean not null,
    voted_at timestamp(6) with time zone not null,
    primary key (text_id, account)
);
