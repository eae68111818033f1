-- A body outside may be called by its number: 999.
alter table concern_step drop constraint concern_step_body_check;
alter table concern_step add constraint concern_step_body_check check (body ~ '^[a-z0-9-]{2,30}$');
