-- As in 0109-nothing-goes-quiet.sql; and one that may be about whoever looks, by a part of their name, is not counted for them.
create or replace function late_concerns(member uuid, at timestamptz) returns integer
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with waits (kind, long) as (
    values ('look-at-concern', interval '12 hours'), ('tell-lado', interval '1 day'), ('answer-reporter', interval '3 days'),
      ('do-concern-action', interval '7 days'), ('review-concern', interval '7 days'), ('answer-file', interval '3 days')
  ), late as (
    select d.agency_id, d.kind, d.about_id
      from agency home
      join agency vault on vault.home_id = home.id
      join duty d on d.agency_id = vault.id and d.closed_at is null
      join waits w on w.kind = d.kind and d.due_at < at - w.long
      where home.id = member and home.board_id = current_agency() and home.kind = 'member'
  )
  select (
    (select count(distinct c.id) from late l
      left join concern_action a on a.agency_id = l.agency_id and a.id = l.about_id and l.kind = 'do-concern-action'
      join concern c on c.agency_id = l.agency_id and c.id = coalesce(a.concern_id, l.about_id)
      where not 'chair' = any (c.about)
        and not exists (select from person me join person other on other.login_id = me.login_id
          where me.agency_id = current_agency() and me.id = current_person()
            and (other.id = any (c.subjects) or is_subject(c.agency_id, c.id, other.id)
              or other.id = any (c.left_out))))
    + (select count(distinct l.about_id) from late l where l.kind = 'answer-file')
  )::integer;
end;
