-- Begin of the earliest window that the applicant picked for the specialist's call.
alter table filing_order add column call_from timestamp(6) with time zone;
