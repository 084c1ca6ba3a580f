-- Since when an effect fails, which is not its age: it may have waited for quiet hours or for a channel that was away.
alter table effect add column failing_since timestamp(6) with time zone;
