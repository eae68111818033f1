-- How long things are kept, what stops their erasing, and the nights in which they are erased.

-- An organisation's own number of months for a kind of thing, within limits. The newest of a kind stands.
create table retention_rule (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null,
  months int not null,
  says text not null check (length(says) between 1 and 1000),
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  -- As src/retention/rules.ts has them.
  constraint retention_rule_within check (case kind
    when 'message' then months between 12 and 300
    when 'conversation' then months between 12 and 300
    when 'waiting-message' then months between 3 and 60
    when 'kept-words' then months between 12 and 300
    when 'worry' then months between 84 and 600
    when 'call' then months between 12 and 300
    when 'number-opening' then months between 6 and 60
    when 'approach' then months between 84 and 600
    when 'personal-link' then months between 12 and 300
    when 'notice' then months between 6 and 120
    when 'arrival' then months between 3 and 36
    else false end)
);
create index retention_rule_newest on retention_rule (agency_id, kind, set_at desc, id desc);

-- Nothing about a person or in a conversation is erased while a hold stands on them. Not on oneself: whoever it is about is not told.
create table erasing_hold (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid,
  conversation_id uuid,
  reason text not null check (length(reason) between 1 and 1000),
  review_on date not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, placed_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (num_nonnulls(person_id, conversation_id) = 1),
  check (person_id is distinct from placed_by),
  check (review_on > (placed_at at time zone 'Europe/London')::date),
  check (review_on <= (placed_at at time zone 'Europe/London')::date + 366)
);
create index erasing_hold_of on erasing_hold (agency_id, placed_at desc, id desc);

-- It was looked at and stays until another day; or it was lifted, once and for good.
create table erasing_hold_step (
  agency_id uuid not null,
  id uuid not null,
  hold_id uuid not null,
  step text not null check (step in ('stays', 'lifted')),
  reason text not null check (length(reason) between 1 and 1000),
  review_on date,
  taken_by uuid not null,
  taken_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, hold_id) references erasing_hold,
  foreign key (agency_id, taken_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((step = 'stays') = (review_on is not null)),
  check (review_on > (taken_at at time zone 'Europe/London')::date),
  check (review_on <= (taken_at at time zone 'Europe/London')::date + 366)
);
create index erasing_hold_step_of on erasing_hold_step (agency_id, hold_id, taken_at desc, id desc);
create unique index erasing_hold_lifted_once on erasing_hold_step (agency_id, hold_id) where step = 'lifted';

-- What one batch of a night erased of a kind, and what could not be erased. Stored in the transaction that erased it.
create table erasure_batch (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  erased int not null check (erased >= 0),
  failed uuid[] not null,
  done_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((erased > 0) <> (cardinality(failed) > 0))
);
create index erasure_batch_by_time on erasure_batch (agency_id, done_at desc, id desc);

do $$
declare t text;
begin
  foreach t in array array['retention_rule', 'erasing_hold', 'erasing_hold_step', 'erasure_batch'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- Done in nobody's name but one's own, by somebody who has one of these roles while they do it. The role is locked: one that
-- is being ended is waited for, and then seen.
create function is_done_in_a_role() returns trigger language plpgsql as $$
declare
  who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if who is distinct from current_person() then
    raise exception '%: it is done by whoever acts, and by nobody for another', tg_table_name using errcode = 'LY041';
  end if;
  perform from role_grant r where r.agency_id = new.agency_id and r.person_id = who
    and r.role = any (string_to_array(tg_argv[1], ' ')) and r.ended_at is null for share;
  if not found then
    raise exception '%: % has none of the roles it takes', tg_table_name, who using errcode = 'LY041';
  end if;
  return new;
end $$;
create trigger retention_rule_may before insert on retention_rule
  for each row execute function is_done_in_a_role('set_by', 'administrator senior-manager');
create trigger erasing_hold_may before insert on erasing_hold
  for each row execute function is_done_in_a_role('placed_by', 'designated-person senior-manager');
create trigger erasing_hold_step_may before insert on erasing_hold_step
  for each row execute function is_done_in_a_role('taken_by', 'designated-person senior-manager');

-- A hold and an erasure at the same moment: each erasure shares this lock until it is committed, a hold takes it alone. So a
-- hold waits for what is being erased, and what is erased after it sees it.
create function hold_waits_for_erasing() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  return new;
end $$;
create trigger erasing_hold_alone before insert on erasing_hold
  for each row execute function hold_waits_for_erasing();

-- Everybody and every conversation that a thing is about, from the event that recorded it and the id that its entry is about.
create function erasing_touches(agency uuid, what text, thing uuid) returns uuid[] language plpgsql stable as $$
declare
  inside uuid;
  whom uuid[] := array[]::uuid[];
begin
  case
    when what in ('message.sent', 'detail.opened') then
      select m.conversation_id into inside from message m where m.agency_id = agency and m.id = thing;
    when what in ('message.marked', 'message.looked-at') then
      select m.conversation_id into inside from message_mark k
        join message m on m.agency_id = k.agency_id and m.id = k.message_id
        where k.agency_id = agency and k.id = thing;
    when what = 'message.waits' or what like 'waiting-message.%' then
      select w.conversation_id into inside from waiting_message w where w.agency_id = agency and w.id = thing;
    when what in ('words.kept', 'kept-words.answered') then
      select k.conversation_id, array[k.author_id, k.worker_id] into inside, whom
        from kept_words k where k.agency_id = agency and k.id = thing;
    when what in ('conversation.opened', 'conversation.ended') then
      inside := thing;
    when what = 'worry.raised' then
      select w.conversation_id, array[w.raised_by] into inside, whom
        from worry w where w.agency_id = agency and w.id = thing;
    when what = 'worry.answered' then
      select w.conversation_id, array[w.raised_by, a.answered_by] into inside, whom from worry_answer a
        join worry w on w.agency_id = a.agency_id and w.id = a.worry_id where a.agency_id = agency and a.id = thing;
    when what like 'call.%' then
      select array[c.with_id, c.logged_by, c.second_id] into whom
        from phone_call c where c.agency_id = agency and c.id = thing;
    when what = 'number.opened' then
      select array[o.person_id, o.opened_by] into whom from number_opening o where o.agency_id = agency and o.id = thing;
    when what = 'approach.told' then
      select array[a.told_by, a.person_id] into whom from approach a where a.agency_id = agency and a.id = thing;
    when what = 'approach.answered' then
      select array[a.told_by, a.person_id, n.answered_by] into whom from approach_answer n
        join approach a on a.agency_id = n.agency_id and a.id = n.approach_id where n.agency_id = agency and n.id = thing;
    when what = 'personal-link.declared' then
      select array[l.declared_by, l.person_id] into whom from personal_link l where l.agency_id = agency and l.id = thing;
    when what = 'personal-link.decided' then
      select array[l.declared_by, l.person_id, d.decided_by] into whom from personal_link_decision d
        join personal_link l on l.agency_id = d.agency_id and l.id = d.link_id where d.agency_id = agency and d.id = thing;
    when what = 'notice.written' then
      select n.recipients || n.written_by || n.second_id into whom
        from notice n where n.agency_id = agency and n.id = thing;
    when what like 'arrival.%' then
      select a.conversation_id, array[a.person_id] into inside, whom
        from arrival a where a.agency_id = agency and a.id = thing;
    when what like 'work.%' then
      select array[l.staff_id, l.child_id] into whom from work_link l where l.agency_id = agency and l.id = thing;
    else
      whom := array[thing];
  end case;
  if inside is not null then
    whom := whom || inside || coalesce((select array_agg(distinct p.person_id) from participant p
      where p.agency_id = agency and p.conversation_id = inside), array[]::uuid[]);
  end if;
  return array_remove(coalesce(whom, array[]::uuid[]), null);
end $$;

-- The hold that keeps a thing, if one does. One on a child keeps what is about their parents and carers too.
create function erasing_held_by(agency uuid, what text, thing uuid) returns uuid language plpgsql stable as $$
declare
  touched uuid[];
begin
  if not exists (select from erasing_hold h where h.agency_id = agency and not exists (select from erasing_hold_step s
      where s.agency_id = h.agency_id and s.hold_id = h.id and s.step = 'lifted')) then
    return null;
  end if;
  touched := erasing_touches(agency, what, thing);
  return (select h.id from erasing_hold h where h.agency_id = agency
    and not exists (select from erasing_hold_step s
      where s.agency_id = h.agency_id and s.hold_id = h.id and s.step = 'lifted')
    and (h.conversation_id = any (touched) or h.person_id = any (touched)
      or exists (select from family_tie t where t.agency_id = h.agency_id and t.child_id = h.person_id
        and t.parent_id = any (touched)))
    order by h.placed_at, h.id limit 1);
end $$;

-- What has been decided is decided once; the addresses that it came from and went to may be erased.
create or replace function arrival_is_decided_once() returns trigger language plpgsql as $$
begin
  if new.from_address is null and new.to_address is null
      and to_jsonb(new) - 'from_address' - 'to_address' = to_jsonb(old) - 'from_address' - 'to_address' then
    return new;
  end if;
  if old.outcome <> 'held' or new.outcome not in ('message', 'set-aside') then
    raise exception 'arrival %: only what is held is decided, and once', new.id using errcode = 'LY061';
  end if;
  if new.decided_by is distinct from current_person() then
    raise exception 'arrival %: it is decided by whoever acts, and by nobody for another', new.id using errcode = 'LY061';
  end if;
  return new;
end $$;

-- As in 0059-contact-ends.sql, and besides: no erasing of what a hold keeps; every kind of thing; each row found by the key
-- that its entry is about, however many there are.
create or replace function record_erase(target uuid, erasing uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  agency uuid := current_agency();
  what text;
  thing uuid;
  hold uuid;
begin
  if not exists (
    select from entry where agency_id = agency and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  if exists (select from entry where agency_id = agency and id = target and event = 'record.erased') then
    raise exception 'record_erase: % says that something was erased, and is itself never erased', target;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || agency::text, 0));
  select e.event, e.about_id into what, thing from entry e where e.agency_id = agency and e.id = target;
  hold := erasing_held_by(agency, what, thing);
  if hold is not null then
    raise exception 'record_erase: % is kept by the hold %', target, hold using errcode = 'LY074';
  end if;
  update entry set salt = null, content = null where agency_id = agency and id = target;
  -- The columns that the tables' evidence calls erasable; what may not be empty says that it was erased.
  case
    when what = 'message.sent' then
      update message set body = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'message.marked' then
      update message_mark set reason = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'message.looked-at' then
      update message_look set did = null where agency_id = agency and mark_id = thing and entry_id = target;
    when what = 'detail.opened' then
      update detail_opening set reason = '(erased)'
        where agency_id = agency and message_id = thing and entry_id = target;
    when what = 'message.waits' then
      update waiting_message set body = null, reason = null where agency_id = agency and id = thing and entry_id = target;
    when what like 'waiting-message.%' then
      update waiting_step set word = case when word is not null then '(erased)' end
        where agency_id = agency and waiting_id = thing and entry_id = target;
    when what = 'words.kept' then
      update kept_words set body = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'kept-words.answered' then
      null;
    when what = 'conversation.opened' then
      update conversation set subject = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'conversation.ended' then
      update conversation_end set purpose = '(erased)'
        where agency_id = agency and conversation_id = thing and entry_id = target;
    when what = 'worry.raised' then
      update worry set words = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'worry.answered' then
      update worry_answer set words = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what in ('call.logged', 'call.corrected') then
      update phone_call set about = '(erased)', agreed = null,
        own_reason = case when own_reason is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'call.answered' then
      update phone_call_answer set says = null where agency_id = agency and call_id = thing and entry_id = target;
    when what = 'number.opened' then
      update number_opening set reason = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'approach.told' then
      update approach set happened = null, platform_name = null,
        described = case when described is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'approach.answered' then
      update approach_answer set words = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'personal-link.declared' then
      update personal_link set says = null, described = case when described is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'personal-link.decided' then
      update personal_link_decision set limits = case when limits is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'notice.written' then
      update notice set subject = '(erased)', body = '(erased)'
        where agency_id = agency and id = thing and entry_id = target;
    when what like 'arrival.%' then
      update arrival set from_address = null, to_address = null
        where agency_id = agency and id = thing and entry_id = target;
      delete from arrival_words where agency_id = agency and arrival_id = thing;
    else
      update work_link set purpose = '(erased)' where agency_id = agency and entry_id = target;
      update person set name = '(erased)', email = null, phone = null, born_on = null
        where agency_id = agency and entry_id = target;
  end case;
end $$;

-- What a night goes through: conversations by when they ended.
create index conversation_ended on conversation (agency_id, ended_at) where ended_at is not null;
