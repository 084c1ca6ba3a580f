-- Services and imports are never deleted, and what hangs on them is stored with them in one transaction, so that these checks can never
-- fail; for each imported row they took more time than its index entries.
alter table register_domain drop constraint if exists register_domain_service_number_fkey;
alter table register_access drop constraint if exists register_access_service_number_fkey;
alter table inventory_import_mark drop constraint if exists inventory_import_mark_import_id_fkey;
