-- What was asked for or approved stays as it was read, whoever writes at the same moment, and nobody writes, approves,
-- records or confirms in another's name: held by the database for whatever the screens have missed.

-- The draft's policy is held, so that of two who save and ask at once the later sees what the earlier did.
create function draft_is_open_to_this() returns trigger language plpgsql as $$
declare newest text;
begin
  perform from policy p join policy_draft d on d.agency_id = p.agency_id and d.policy_id = p.id
    where d.agency_id = new.agency_id and d.id = new.draft_id for no key update of p;
  select s.step into newest from policy_draft_step s
    where s.agency_id = new.agency_id and s.draft_id = new.draft_id order by s.number desc limit 1;
  if newest in ('approved', 'published', 'dropped') or (new.wrote and newest = 'asked') then
    -- As for a number that is taken: it is tried once more, and meets what stands.
    raise exception 'draft % takes no saving now: it is %', new.draft_id, newest using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger revision_of_open_draft before insert on policy_draft_revision
  for each row execute function draft_is_open_to_this();

-- A step is taken from the newest saving.
create function step_is_of_newest_revision() returns trigger language plpgsql as $$
begin
  perform from policy p join policy_draft d on d.agency_id = p.agency_id and d.policy_id = p.id
    where d.agency_id = new.agency_id and d.id = new.draft_id for no key update of p;
  if new.revision is distinct from (select max(r.number) from policy_draft_revision r
      where r.agency_id = new.agency_id and r.draft_id = new.draft_id) then
    raise exception 'draft % has been saved since revision %', new.draft_id, new.revision
      using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger step_of_newest_revision before insert on policy_draft_step
  for each row execute function step_is_of_newest_revision();

-- What a version is made of is what its approver read: its parts, its blanks, and what was found of them.
create function approval_is_made_of_what_was_read() returns trigger language plpgsql as $$
begin
  if new.made_of is not null and not exists (
    select from policy_draft_step s join policy_draft_revision r
      on r.agency_id = s.agency_id and r.draft_id = s.draft_id and r.number = s.revision
    where s.agency_id = new.agency_id and s.draft_id = new.draft_id and s.step = 'approved'
      and s.person_id = new.approved_by and r.made_of = new.made_of) then
    raise exception 'version % is not made of what draft % was approved as', new.version_id, new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_made_of before insert on policy_approval
  for each row execute function approval_is_made_of_what_was_read();

-- Whoever is named as having done it is whoever acts. Null is Lanyard itself, where that may be.
create function is_done_by_whoever_acts() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) ->> tg_argv[0])::uuid is distinct from current_person() then
    raise exception '%: nobody does this in another''s name', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger whoever_acts_saves before insert on policy_draft_revision
  for each row execute function is_done_by_whoever_acts('saved_by');
create trigger whoever_acts_steps before insert on policy_draft_step
  for each row execute function is_done_by_whoever_acts('person_id');
create trigger whoever_acts_records before insert on signing_sheet
  for each row execute function is_done_by_whoever_acts('recorded_by');
create trigger whoever_acts_answers before insert on signing_sheet_answer
  for each row execute function is_done_by_whoever_acts('answered_by');
create trigger whoever_acts_understands before insert on understanding
  for each row execute function is_done_by_whoever_acts('person_id');
