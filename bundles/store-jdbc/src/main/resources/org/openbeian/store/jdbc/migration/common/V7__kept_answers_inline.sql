-- An answer is about as large as its order's document: as a large object each cost the embedded database three tables more.
alter table kept_answer alter column body set data type ${bytes};
