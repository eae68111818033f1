-- Concerns, in the vaults (0084). What anybody wrote is sealed (docs/sealing.md): here stand only who, when, and which kind.
-- A person sees the concerns that they read, and the ones that they reported; nobody sees one that is about them, whatever
-- a query asks. Where nobody acts (a job, somebody without an account who came by their code) the code that asks decides.

-- That the danger gate sent somebody to 999, and when: before a word was typed, and of nobody.
create table danger_shown (
  agency_id uuid not null references agency,
  id uuid not null,
  shown_at timestamptz not null,
  to_whom text not null check (to_whom in ('staff', 'family', 'anyone')),
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

create table concern (
  agency_id uuid not null references agency,
  id uuid not null,
  -- The two keys of the routing table.
  what text[] not null check (cardinality(what) between 1 and 8),
  about text not null check (about ~ '^[a-z-]{2,30}$'),
  came_by text not null check (came_by in ('staff', 'family', 'anyone', 'paper', 'message')),
  -- Somebody of the agency who was signed in; nobody where they were not, or wished not to be named.
  reported_by uuid,
  reported_at timestamptz not null,
  -- The concern's own public key: whatever is written in it is sealed to that.
  recipient text not null check (recipient ~ '^age1[a-z0-9]+$'),
  -- SHA-256 over a salt and the words as they came: the salt is in the words, and with whoever wrote them.
  commitment bytea not null check (length(commitment) = 32),
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_key),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_by_time on concern (agency_id, reported_at desc, id desc);
create index concern_by_reporter on concern (agency_id, reported_by, reported_at desc) where reported_by is not null;

-- Who is kept out, as it is about them.
create table concern_subject (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  named_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, concern_id, person_id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- Who may read one, from when, and why they came to.
create table concern_reader (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  why text not null check (why in ('routed', 'added', 'handed-over', 'broke-glass', 'escalated', 'recovered')),
  since timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, concern_id, person_id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_reader_lists on concern_reader (agency_id, person_id, since desc, concern_id);

-- The concern's secret key, sealed to whoever reads it: to all of them at first, to each who comes later.
create table concern_key (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 20000),
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_key_of on concern_key (agency_id, concern_id);

-- Whoever reported it comes back by a code. Here stand where the code leads to, and the secret key for what they may read,
-- sealed with the code. The code itself is nowhere.
create table concern_reporter (
  agency_id uuid not null,
  concern_id uuid not null,
  locator bytea not null check (length(locator) = 32),
  recipient text not null check (recipient ~ '^age1[a-z0-9]+$'),
  sealed bytea not null check (length(sealed) between 50 and 1000),
  entry_id uuid not null,
  primary key (agency_id, concern_id),
  unique (locator),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- What was written in one, by whom and when: sealed, never changed. What the reporter may read is sealed to them too.
create table concern_piece (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  number integer not null check (number between 1 and 100000),
  kind text not null check (kind ~ '^[a-z-]{2,30}$'),
  written_by uuid,
  written_at timestamptz not null,
  for_reporter boolean not null,
  sealed bytea not null check (length(sealed) between 100 and 400000),
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, concern_id, number),
  unique (agency_id, draft_key),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- What was done: opened, answered, decided, closed. Words that go with it are a piece.
create table concern_step (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  step text not null check (step ~ '^[a-z-]{2,30}$'),
  -- To which outside body, where one was told or asked.
  body text check (body ~ '^[a-z-]{2,30}$'),
  taken_by uuid,
  taken_at timestamptz not null,
  piece_id uuid,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, piece_id) references concern_piece deferrable initially deferred,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_step_of on concern_step (agency_id, concern_id, taken_at);

-- Whether whoever acts may read this concern: where nobody acts, the code decides.
create function reads_concern(vault uuid, concern uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select current_person() is null or (
    exists (select from concern_reader r
      where r.agency_id = vault and r.concern_id = concern and r.person_id = current_person())
    and not exists (select from concern_subject s
      where s.agency_id = vault and s.concern_id = concern and s.person_id = current_person()));
end;
create function reported_concern(vault uuid, concern uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from concern c
    where c.agency_id = vault and c.id = concern and c.reported_by = current_person());
end;
revoke execute on function reads_concern, reported_concern from public;
grant execute on function reads_concern, reported_concern to lanyard_app;

do $$
declare t text;
begin
  foreach t in array array['concern_subject', 'concern_reader', 'concern_key', 'concern_reporter'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for insert with check (agency_id = current_agency())', t || '_made', t);
    execute format('create policy %I on %I for select using (agency_id = current_agency() and
      reads_concern(agency_id, concern_id))', t || '_read', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
  foreach t in array array['concern_piece', 'concern_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for insert with check (agency_id = current_agency())', t || '_made', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
alter table danger_shown enable row level security;
create policy danger_shown_own on danger_shown using (agency_id = current_agency());
grant select, insert on danger_shown to lanyard_app;
alter table concern enable row level security;
create policy concern_made on concern for insert with check (agency_id = current_agency());
create policy concern_read on concern for select using (
  agency_id = current_agency() and (reported_by = current_person() or reads_concern(agency_id, id)));
grant select, insert on concern to lanyard_app;
create policy concern_piece_read on concern_piece for select using (
  agency_id = current_agency() and (reads_concern(agency_id, concern_id)
    or for_reporter and reported_concern(agency_id, concern_id)));
create policy concern_step_read on concern_step for select using (
  agency_id = current_agency() and (reads_concern(agency_id, concern_id) or reported_concern(agency_id, concern_id)));

-- Nobody comes to read what is about them, whichever is written first: whoever writes either holds the concern.
create function nobody_reads_about_themselves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  if tg_table_name = 'concern_reader' and exists (select from concern_subject s where s.agency_id = new.agency_id
      and s.concern_id = new.concern_id and s.person_id = new.person_id) then
    raise exception 'nobody reads a concern that is about them' using errcode = 'LY084';
  end if;
  return new;
end $$;
create trigger reader_is_no_subject before insert on concern_reader
  for each row execute function nobody_reads_about_themselves();
create trigger subject_holds_concern before insert on concern_subject
  for each row execute function nobody_reads_about_themselves();
-- What is written in a concern is its own, and in turn.
create function piece_is_in_turn() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  if new.number <> 1 + coalesce((select max(number) from concern_piece p
      where p.agency_id = new.agency_id and p.concern_id = new.concern_id), 0) then
    raise exception 'another wrote in this concern first' using errcode = '23505';
  end if;
  return new;
end $$;
create trigger piece_in_turn before insert on concern_piece for each row execute function piece_is_in_turn();
