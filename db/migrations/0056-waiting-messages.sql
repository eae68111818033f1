-- What a worker wrote and may not simply go: held until somebody who answers for them has read it, or waiting for the
-- organisation's hours of contact. What becomes of it are steps beside it; neither is ever changed.
create table waiting_message (
  agency_id uuid not null references agency,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  body text check (length(body) between 1 and 4000),
  -- held: somebody lets it go or sends it back. hours: it goes by itself at goes_at.
  why text not null check (why in ('held', 'hours')),
  goes_at timestamptz,
  -- What was found in it: [{"rule", "from", "to"}].
  found jsonb not null check (jsonb_typeof(found) = 'array' and length(found::text) <= 20000),
  -- Why its writer would have it go all the same, where they were asked.
  reason text check (length(reason) between 1 and 500),
  draft_key uuid not null,
  written_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, conversation_id, author_id, draft_key),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, author_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((why = 'hours') = (goes_at is not null))
);

-- asked: its writer asks for it to go now. let-go: it may go from goes_at on. The others end it: each message has one end.
create table waiting_step (
  agency_id uuid not null,
  id uuid not null,
  waiting_id uuid not null,
  step text not null check (step in ('asked', 'let-go', 'sent-back', 'withdrawn', 'sent', 'not-sent')),
  -- Null is Lanyard itself, which sends what is due.
  person_id uuid,
  word text check (length(word) between 1 and 500),
  goes_at timestamptz,
  message_id uuid,
  at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, waiting_id) references waiting_message,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, message_id) references message deferrable initially deferred,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((step in ('sent', 'not-sent')) = (person_id is null)),
  check ((step = 'let-go') = (goes_at is not null)),
  check ((step = 'sent') = (message_id is not null)),
  check (step not in ('asked', 'sent-back', 'not-sent') or word is not null)
);
create unique index waiting_step_ends_once on waiting_step (agency_id, waiting_id)
  where step in ('sent-back', 'withdrawn', 'sent', 'not-sent');
create unique index waiting_step_asked_once on waiting_step (agency_id, waiting_id) where step = 'asked';
create index waiting_step_of on waiting_step (agency_id, waiting_id, at);

do $$
declare t text;
begin
  foreach t in array array['waiting_message', 'waiting_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- Whether somebody answers for a worker now: a manager at any height above them, or a designated person or deputy.
create function answers_for(agency uuid, manager uuid, worker uuid) returns boolean language sql stable as $$
  with recursive above(id, depth) as (
    select p.manager_id, 1 from person p where p.agency_id = agency and p.id = worker
    union all
    select p.manager_id, a.depth + 1 from above a join person p on p.agency_id = agency and p.id = a.id
      where a.depth < 30)
  select exists (
    select from role_grant g join person m on m.agency_id = g.agency_id and m.id = g.person_id and m.left_at is null
    where g.agency_id = agency and g.person_id = manager and g.ended_at is null
      and (g.role in ('designated-person', 'deputy-designated-person')
        or g.role in ('manager', 'senior-manager') and manager in (select a.id from above a)));
$$;

create trigger whoever_acts_writes before insert on waiting_message
  for each row execute function is_done_by_whoever_acts('author_id');

-- Who may take which step. Nobody lets their own message go, whatever else they are.
create function waiting_step_may_be_taken() returns trigger language plpgsql as $$
declare waits waiting_message;
begin
  select * into waits from waiting_message w where w.agency_id = new.agency_id and w.id = new.waiting_id;
  if new.person_id is distinct from current_person() then
    raise exception 'waiting_step: nobody takes a step in another''s name' using errcode = 'check_violation';
  end if;
  if new.step in ('let-go', 'sent-back') and (new.person_id = waits.author_id
      or not answers_for(new.agency_id, new.person_id, waits.author_id)) then
    raise exception 'message %: % does not answer for whoever wrote it', new.waiting_id, new.person_id
      using errcode = 'LY056';
  end if;
  if new.step in ('asked', 'withdrawn') and new.person_id <> waits.author_id then
    raise exception 'message %: % did not write it', new.waiting_id, new.person_id using errcode = 'LY056';
  end if;
  -- After its end there is no step: whoever comes too late meets what stands.
  if exists (select from waiting_step s where s.agency_id = new.agency_id and s.waiting_id = new.waiting_id
      and s.step in ('sent-back', 'withdrawn', 'sent', 'not-sent')) then
    raise exception 'message % waits no more', new.waiting_id using errcode = 'unique_violation';
  end if;
  if new.step = 'sent' then
    if not exists (select from waiting_step s where s.agency_id = new.agency_id and s.waiting_id = new.waiting_id
        and s.step = 'let-go' and s.goes_at <= new.at) and (waits.why = 'held' or waits.goes_at > new.at) then
      raise exception 'message %: nobody has let it go', new.waiting_id using errcode = 'LY056';
    end if;
    if not exists (select from message m where m.agency_id = new.agency_id and m.id = new.message_id
        and m.conversation_id = waits.conversation_id and m.author_id = waits.author_id
        and m.draft_key = waits.draft_key) then
      raise exception 'message %: % is another', new.waiting_id, new.message_id using errcode = 'LY056';
    end if;
  end if;
  return new;
end $$;
create trigger waiting_step_may before insert on waiting_step
  for each row execute function waiting_step_may_be_taken();

-- What waits is sent by Lanyard alone, once it may go: its writer cannot send the same draft past it.
create function message_waits_for_nobody() returns trigger language plpgsql as $$
begin
  if current_person() is not null and exists (select from waiting_message w
      where w.agency_id = new.agency_id and w.conversation_id = new.conversation_id
        and w.author_id = new.author_id and w.draft_key = new.draft_key) then
    raise exception 'message %: its draft waits', new.id using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger message_does_not_wait before insert on message
  for each row execute function message_waits_for_nobody();

-- The hours of contact are one more thing that an organisation says of itself.
alter table organisation_fact drop constraint organisation_fact_part_check;
alter table organisation_fact add constraint organisation_fact_part_check
  check (part in ('contact', 'lado', 'police', 'equipment', 'colour', 'logo', 'hours'));
