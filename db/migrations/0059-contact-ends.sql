-- When nobody who is in a conversation works with its family any more, it ends: everybody can read it, and nobody can write.
create table conversation_end (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  ended_at timestamptz not null,
  -- Whose work it was, and what it was for.
  worker_id uuid not null,
  purpose text not null check (length(purpose) between 1 and 200),
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, conversation_id),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, worker_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- Said once more on the conversation itself, which a message locks anyway. Only the trigger below writes it.
alter table conversation add column ended_at timestamptz;

create function conversation_ends() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for update;
  update conversation set ended_at = new.ended_at where agency_id = new.agency_id and id = new.conversation_id;
  return null;
end $$;
create trigger conversation_end_is_said after insert on conversation_end
  for each row execute function conversation_ends();

-- What somebody wrote where it could not go: in a conversation that had ended, over a way that nobody has agreed to, or with no
-- adult to stand beside the worker. It reaches the people who answer for it instead, and is never shown to anybody else.
create table kept_words (
  agency_id uuid not null references agency,
  id uuid not null,
  -- Null where there was no conversation yet; then the worker is whom they chose.
  conversation_id uuid,
  worker_id uuid,
  author_id uuid not null,
  body text check (length(body) between 1 and 4000),
  kept_at timestamptz not null,
  why text not null check (why in ('work-ended', 'not-agreed', 'no-second-adult')),
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique nulls not distinct (agency_id, author_id, draft_key, conversation_id),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, worker_id) references person,
  foreign key (agency_id, author_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (num_nonnulls(conversation_id, worker_id) > 0)
);

do $$
declare t text;
begin
  foreach t in array array['conversation_end', 'kept_words'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- As in 0057-marked-messages.sql, with the words that are kept here.
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
  update kept_words set body = null where agency_id = current_agency() and entry_id = target;
  update conversation_end set purpose = '(erased)' where agency_id = current_agency() and entry_id = target;
  update conversation set subject = '(erased)' where agency_id = current_agency() and entry_id = target;
  update work_link set purpose = '(erased)' where agency_id = current_agency() and entry_id = target;
  update waiting_message set body = null, reason = null where agency_id = current_agency() and entry_id = target;
  update message_mark set reason = null where agency_id = current_agency() and entry_id = target;
  update person set name = '(erased)', email = null, phone = null, born_on = null
    where agency_id = current_agency() and entry_id = target;
end $$;
