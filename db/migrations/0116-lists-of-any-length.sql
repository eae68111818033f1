-- Small worries about adults, as far as whoever acts reads them: the newest five hundred. A function, because the database may use
-- no index on what a row says before it has looked whether somebody may see it: it would look at every concern that they read.
create index concern_low_level on concern (agency_id, reported_at desc) where facts ->> 'lowLevel' = 'yes';
create function low_level_concerns() returns table (id uuid, reported_at timestamptz, what text[], persons uuid[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.reported_at, c.what, c.subjects || array(select s.person_id from concern_subject s
      where s.agency_id = c.agency_id and s.concern_id = c.id and s.why = 'named')
    from concern c
    where c.agency_id = current_agency() and c.facts ->> 'lowLevel' = 'yes' and current_person() is not null
      and reads_concern(c.agency_id, c.id)
    order by c.reported_at desc limit 500;
end;
revoke execute on function low_level_concerns from public;
grant execute on function low_level_concerns to lanyard_app;

-- What was erased, among many steps that are something else.
create index concern_step_erased on concern_step (agency_id, taken_at) where step = 'erased';
