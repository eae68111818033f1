-- Somebody of the board may be whom a concern in a member agency is about: by their name they are a subject as staff are, and
-- the number that their board sees does not count it for them.
create function board_staff_named(names text[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.id from agency home join person p on p.agency_id = home.board_id
    where home.id = current_agency() and p.kind = 'staff' and lower(p.name) = any (names);
end;
revoke execute on function board_staff_named from public;
grant execute on function board_staff_named to lanyard_app;

create or replace function late_concerns(member uuid, at timestamptz) returns integer
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select count(distinct c.id)::integer
    from agency home
    join agency vault on vault.home_id = home.id
    join duty d on d.agency_id = vault.id and d.closed_at is null
      and (d.kind = 'look-at-concern' and d.due_at < at - interval '12 hours'
        or d.kind = 'tell-lado' and d.due_at < at - interval '1 day')
    join concern c on c.agency_id = vault.id and c.id = d.about_id
    where home.id = member and home.board_id = current_agency() and home.kind = 'member'
      and not 'chair' = any (c.about)
      and not current_person() = any (c.subjects)
      and not is_subject(c.agency_id, c.id, current_person())
      and not exists (select from person me join person other on other.login_id = me.login_id
        where me.agency_id = current_agency() and me.id = current_person()
          and (other.id = any (c.subjects) or is_subject(c.agency_id, c.id, other.id)));
end;
