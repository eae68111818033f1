-- A duty is followed up in steps: its person reminded, then those who answer for them told. `next_at` is when the next
-- step falls; null once there is none. The steps themselves are the table in src/duties/rules.ts.
alter table duty add column next_at timestamptz;
update duty set next_at = due_at where closed_at is null;
alter table duty drop column reminded_at, drop column escalated_at;
create index duty_next on duty (agency_id, next_at) where closed_at is null and next_at is not null;

-- Work that is done for every agency in turn begins here: it learns ids and nothing else.
create function agencies() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from agency order by id;
end;
revoke execute on function agencies from public;
grant execute on function agencies to lanyard_app;
