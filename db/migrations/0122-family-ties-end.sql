-- A parent or carer is no longer to hear of a child: the tie ends, with why, and with it everything that rests on it.
alter table family_tie add column why_ended text check (length(why_ended) between 1 and 1000),
  add check (why_ended is null or until is not null);
alter table family_tie alter column why_ended set statistics 0;

-- An erased entry leaves nothing of why in the row that it recorded.
create function family_tie_is_erased() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family_tie set why_ended = '(erased)'
    where agency_id = new.agency_id and entry_id = new.id and why_ended is not null;
  return null;
end $$;
create trigger family_tie_entry_is_erased after update of content on entry
  for each row when (new.event = 'family.untied' and old.content is not null and new.content is null)
  execute function family_tie_is_erased();

-- What somebody said of contact with a child counts while they are the child's parent or carer, and from when they are: of those who
-- are not, neither a yes nor a no. That something was said once is enough for the time before agreements to be over.
create or replace function is_agreed(agency uuid, child uuid, over text, days date[]) returns boolean language plpgsql stable as $$
begin
  return (select case when count(*) = 0
      then exists (select from agreement_grace g where g.agency_id = agency and g.until >= all (days))
      else coalesce(bool_and(said.answer = 'yes') filter (where said.counts)
        and bool_or(said.last_day >= all (days) and said.given_on <= any (days)) filter (where said.counts), false) end
  from (select distinct on (a.given_by) a.answer, a.last_day, a.given_on,
      a.given_by = child or exists (select from family_tie t where t.agency_id = agency and t.child_id = child
        and t.parent_id = a.given_by and t.until is null and t.since <= a.at) as counts from agreement a
    where a.agency_id = agency and a.child_id = child and a.channel = over
      -- Of an adult, only what they say themselves counts.
      and (a.given_by = child or not coalesce((select r.at_risk from adult_at_risk r
        where r.agency_id = agency and r.person_id = child order by r.set_at desc, r.id desc limit 1), false))
    order by a.given_by, a.at desc, a.id desc) said
    where said.answer <> 'none');
end $$;

-- A tie ends in turn: an agreement of theirs that is being stored is waited for, and so is a message in the conversations of either;
-- the next of each is looked at with the tie as it is then.
create function family_tie_ends() returns trigger language plpgsql as $$
begin
  perform 1 from person p where p.agency_id = new.agency_id and p.id = new.child_id for no key update;
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id in (
    select conversation_id from participant
    where agency_id = new.agency_id and person_id in (new.child_id, new.parent_id) and left_at is null)
    order by c.id for update;
  return new;
end $$;
create trigger family_tie_ends_in_turn before update of until on family_tie
  for each row when (old.until is null and new.until is not null) execute function family_tie_ends();

-- Nobody is in a conversation with a child whose parent or carer they are no longer: nobody is put in, and nobody stays behind when a
-- tie ends. Whoever was somebody's and is nobody's any more is put in nowhere. A tie that is ending meanwhile is waited for.
create function parent_is_still_theirs() returns trigger language plpgsql as $$
begin
  if new.left_at is null and new.part = 'parent' then
    perform 1 from family_tie t where t.agency_id = new.agency_id and t.parent_id = new.person_id for share;
    if exists (select from family_tie t join participant k on k.agency_id = t.agency_id and k.person_id = t.child_id
        and k.conversation_id = new.conversation_id and k.left_at is null
        where t.agency_id = new.agency_id and t.parent_id = new.person_id and t.until is not null)
      or not coalesce((select bool_or(t.until is null) from family_tie t
        where t.agency_id = new.agency_id and t.parent_id = new.person_id), true) then
      raise exception 'participant: % is no longer to hear of the child in %', new.person_id, new.conversation_id
        using errcode = 'LY122';
    end if;
  end if;
  return null;
end $$;
create trigger participant_is_still_theirs after insert on participant
  for each row execute function parent_is_still_theirs();

create function nobody_untied_stays() returns trigger language plpgsql as $$
begin
  if exists (select from participant p join participant k on k.agency_id = p.agency_id
        and k.conversation_id = p.conversation_id and k.person_id = new.child_id and k.left_at is null
      join family_tie t on t.agency_id = p.agency_id and t.child_id = new.child_id and t.parent_id = new.parent_id
        and t.until is not null
      where p.agency_id = new.agency_id and p.person_id = new.parent_id and p.left_at is null) then
    raise exception 'family_tie: % is in a conversation with % still', new.parent_id, new.child_id using errcode = 'LY122';
  end if;
  return null;
end $$;
create constraint trigger family_tie_leaves_nobody after update on family_tie
  deferrable initially deferred for each row when (new.until is not null)
  execute function nobody_untied_stays();

-- A conversation that nobody of the family is in any more ends too. Whose work it was is said as ever; why it ended is this.
alter table conversation_end add column why text not null default 'work' check (why in ('work', 'family'));
