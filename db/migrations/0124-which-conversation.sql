-- A text says in which conversation it belongs no more than who wrote it: it is said in the one in which its writer was texted
-- last only where that is `sure`. It is not, where a notice was sent to them since; nor where another conversation texted them
-- since `since`, and somebody of a family is in the chosen one who is not in that other: a child writes to one worker about a
-- parent, and another worker then texts them both. Whatever they began themselves, they began with that worker: what answers
-- it is read by no other. src/texts/take-in.ts holds what is not sure.
drop function people_of_number(text);
create function people_of_number(wanted text, since timestamptz)
  returns table (agency_id uuid, person_id uuid, conversation_id uuid, texted_at timestamptz, sure boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.agency_id, p.id, d.conversation_id, d.made_at,
    d.conversation_id is not null
    and not exists (select from notice_copy k
      where k.agency_id = p.agency_id and k.person_id = p.id and k.claimed_at > d.made_at)
    and not exists (select from delivery o
      join conversation other on other.agency_id = o.agency_id and other.id = o.conversation_id
      join participant chosen on chosen.agency_id = o.agency_id and chosen.conversation_id = d.conversation_id
        and chosen.left_at is null
      join person who on who.agency_id = chosen.agency_id and who.id = chosen.person_id
      where o.agency_id = p.agency_id and o.person_id = p.id and o.channel = 'text'
        and o.conversation_id <> d.conversation_id and greatest(o.made_at, o.handed_at) > since
        and (who.kind <> 'staff' or chosen.part = 'worker' and other.opened_by = p.id)
        and not exists (select from participant there
          where there.agency_id = o.agency_id and there.conversation_id = o.conversation_id
            and there.person_id = chosen.person_id and there.left_at is null))
  from person p left join lateral (
    select d.conversation_id, d.made_at from delivery d
    where d.agency_id = p.agency_id and d.person_id = p.id and d.channel = 'text'
    order by d.made_at desc, d.id desc limit 1) d on true
  where e164(p.phone) = wanted and p.left_at is null and p.kind <> 'staff';
end;
revoke execute on function people_of_number from public;
grant execute on function people_of_number to lanyard_app;
