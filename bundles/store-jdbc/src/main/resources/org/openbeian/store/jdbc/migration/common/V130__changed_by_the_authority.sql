-- When the authority changed a record last, by its own word; not known of rows of former versions.
alter table register_organizer add column changed_at timestamp(6) with time zone;
alter table register_service add column changed_at timestamp(6) with time zone;
