-- Whether the acting person's agency takes concerns, asked from outside its vault: anybody who opens the form is shown as much.
-- No way in may take one before the chain was found whole (0088), whichever page it came by.
create function concerns_taken_here() returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from concern_switch where agency_id = (select id from agency where home_id = current_agency()));
end;
revoke execute on function concerns_taken_here from public;
grant execute on function concerns_taken_here to lanyard_app;
