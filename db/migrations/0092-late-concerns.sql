-- How many concerns of a member agency are late, for its board: a number alone. Late is what nobody has looked at for twelve hours
-- since it was to be looked at, and what the officer outside should have been told a day ago. Never counted is one that may be
-- about whoever looks: one about a chair or trustee, and one about anybody who is the same person here, by their sign-in.
create function late_concerns(member uuid, at timestamptz) returns integer
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
      and not exists (select from person me join person other on other.login_id = me.login_id
        where me.agency_id = current_agency() and me.id = current_person()
          and (other.id = any (c.subjects) or is_subject(c.agency_id, c.id, other.id)));
end;
revoke execute on function late_concerns from public;
grant execute on function late_concerns to lanyard_app;
