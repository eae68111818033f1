-- As 0060 has it, asked as one question: it is asked twice for each message to a child.
create or replace function is_agreed(agency uuid, child uuid, over text, days date[]) returns boolean language plpgsql stable as $$
begin
  return (select case when count(*) = 0
      then exists (select from agreement_grace g where g.agency_id = agency and g.until >= all (days))
      else bool_and(said.answer = 'yes')
        and bool_or(said.last_day >= all (days) and said.given_on <= any (days)) end
  from (select distinct on (a.given_by) a.answer, a.last_day, a.given_on from agreement a
    where a.agency_id = agency and a.child_id = child and a.channel = over
      -- Of an adult, only what they say themselves counts.
      and (a.given_by = child or not coalesce((select r.at_risk from adult_at_risk r
        where r.agency_id = agency and r.person_id = child order by r.set_at desc, r.id desc limit 1), false))
    order by a.given_by, a.at desc, a.id desc) said
    where said.answer <> 'none');
end $$;
