-- What was found in a message that was stored all the same, and for whom it is marked.
-- asked: its writer sent it with a reason; danger: for the designated person at once; look: for the worker's manager;
-- masked: a family gave a personal detail, which the staff do not see.
create table message_mark (
  agency_id uuid not null references agency,
  id uuid not null,
  message_id uuid not null,
  kind text not null check (kind in ('asked', 'danger', 'look', 'masked')),
  -- [{"rule", "from", "to"}]: where it stands in the message, in UTF-16 units.
  found jsonb not null check (jsonb_typeof(found) = 'array' and length(found::text) <= 20000),
  reason text check (length(reason) between 1 and 500),
  marked_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, message_id, kind),
  foreign key (agency_id, message_id) references message deferrable initially deferred,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (reason is null or kind = 'asked')
);

-- Who has looked at a mark; of danger, also what they did.
create table message_look (
  agency_id uuid not null,
  id uuid not null,
  mark_id uuid not null,
  person_id uuid not null,
  did text check (length(did) between 1 and 1000),
  at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, mark_id) references message_mark,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index message_look_of on message_look (agency_id, mark_id, at);

-- Who has opened what is masked in a message, and why; for themselves, or for all the staff who may read it.
create table detail_opening (
  agency_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  for_all boolean not null,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, message_id) references message,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index detail_opening_of on detail_opening (agency_id, message_id);

do $$
declare t text;
begin
  foreach t in array array['message_mark', 'message_look', 'detail_opening'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
create trigger whoever_acts_looks before insert on message_look
  for each row execute function is_done_by_whoever_acts('person_id');

-- A detail is opened by a manager above somebody of the staff who is in the conversation, or by a designated person.
create function detail_is_opened_by_a_manager() returns trigger language plpgsql as $$
begin
  if new.person_id is distinct from current_person() then
    raise exception 'detail_opening: nobody opens in another''s name' using errcode = 'check_violation';
  end if;
  if not exists (select from message m join participant p on p.agency_id = m.agency_id
      and p.conversation_id = m.conversation_id and p.part in ('worker', 'second-adult')
      where m.agency_id = new.agency_id and m.id = new.message_id
        and answers_for(new.agency_id, new.person_id, p.person_id)) then
    raise exception 'detail_opening: % answers for nobody who is there', new.person_id using errcode = 'LY056';
  end if;
  return new;
end $$;
create trigger detail_opening_may before insert on detail_opening
  for each row execute function detail_is_opened_by_a_manager();

-- Erasure reaches what waits and what was marked.
create or replace function record_erase(target uuid, erasing uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from entry where agency_id = current_agency() and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  if exists (select from entry where agency_id = current_agency() and id = target and event = 'record.erased') then
    raise exception 'record_erase: % says that something was erased, and is itself never erased', target;
  end if;
  update entry set salt = null, content = null where agency_id = current_agency() and id = target;
  -- The columns that the tables' evidence calls erasable; what may not be empty says that it was erased.
  update message set body = null where agency_id = current_agency() and entry_id = target;
  update conversation set subject = '(erased)' where agency_id = current_agency() and entry_id = target;
  update work_link set purpose = '(erased)' where agency_id = current_agency() and entry_id = target;
  update waiting_message set body = null, reason = null where agency_id = current_agency() and entry_id = target;
  update message_mark set reason = null where agency_id = current_agency() and entry_id = target;
  update person set name = '(erased)', email = null, phone = null, born_on = null
    where agency_id = current_agency() and entry_id = target;
end $$;
