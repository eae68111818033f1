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
  -- The keys of the routing table, and what else it turns on (src/routing).
  what text[] not null check (cardinality(what) between 1 and 8),
  about text[] not null check (cardinality(about) between 1 and 9),
  facts jsonb not null check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 1000),
  came_by text not null check (came_by in ('staff', 'family', 'anyone', 'paper', 'message')),
  -- Somebody of the agency who was signed in; nobody where they were not, or wished not to be named.
  reported_by uuid,
  reported_at timestamptz not null,
  -- Who reads it from the first, and whom it is about as far as was said: those never read it.
  heard_by uuid[] not null check (cardinality(heard_by) between 1 and 100),
  subjects uuid[] not null check (cardinality(subjects) <= 100 and not heard_by && subjects),
  -- The concern's own public key: whatever is written in it is sealed to that. Its secret half, sealed to whoever reads it or
  -- may come to, if those who read it first do not look.
  recipient text not null check (recipient ~ '^age1[a-z0-9]+$'),
  keys bytea not null check (length(keys) between 100 and 20000),
  -- What was said, sealed to the concern and to whoever said it.
  report bytea not null check (length(report) between 100 and 400000),
  -- SHA-256 over a salt and what was said: the salt is in it, and with whoever said it.
  commitment bytea not null check (length(commitment) = 32),
  -- Whoever said it comes back by a code, which is nowhere here: where it leads to, and what they read by, sealed with it.
  locator bytea not null unique check (length(locator) = 32),
  reporter_recipient text not null check (reporter_recipient ~ '^age1[a-z0-9]+$'),
  reporter_key bytea not null check (length(reporter_key) between 50 and 1000),
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_key),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_by_reporter on concern (agency_id, reported_by, reported_at desc) where reported_by is not null;

-- Whom it turned out to be about, later.
create table concern_subject (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, concern_id, person_id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- Who came to read one later, and why. `key`: its secret key sealed to them, where it was not already.
create table concern_reader (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  why text not null check (why in ('added', 'handed-over', 'broke-glass', 'late')),
  -- Whoever let them in; nobody where it was late.
  let_in_by uuid,
  since timestamptz not null,
  key bytea check (length(key) between 100 and 20000),
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, concern_id, person_id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- The lists of whoever reads them, in the order of lists: made by the database of the rows above.
create table concern_listed (
  agency_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  concern_id uuid not null,
  primary key (agency_id, person_id, at, concern_id),
  unique (agency_id, concern_id, person_id),
  foreign key (agency_id, concern_id) references concern
);

-- What was written in one, by whom and when: sealed, never changed. What the reporter may read is sealed to them too.
create table concern_piece (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  number integer not null check (number between 2 and 100000),
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
  select current_person() is null or exists (select from concern c where c.agency_id = vault and c.id = concern
    and current_person() <> all (c.subjects)
    and not exists (select from concern_subject s
      where s.agency_id = vault and s.concern_id = concern and s.person_id = current_person())
    and (current_person() = any (c.heard_by) or exists (select from concern_reader r
      where r.agency_id = vault and r.concern_id = concern and r.person_id = current_person())));
end;
create function reported_concern(vault uuid, concern uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from concern c
    where c.agency_id = vault and c.id = concern and c.reported_by = current_person());
end;
-- Where a code leads to: for whoever comes back by one.
create function concern_by_locator(wanted bytea) returns table (agency_id uuid, home_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.agency_id, a.home_id, c.id from concern c join agency a on a.id = c.agency_id where c.locator = wanted;
end;
revoke execute on function reads_concern, reported_concern, concern_by_locator from public;
grant execute on function reads_concern, reported_concern, concern_by_locator to lanyard_app;

do $$
declare t text;
begin
  foreach t in array array['concern_subject', 'concern_reader', 'concern_piece', 'concern_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for insert with check (agency_id = current_agency())', t || '_made', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
  foreach t in array array['concern_subject', 'concern_reader'] loop
    execute format('create policy %I on %I for select using (agency_id = current_agency() and
      reads_concern(agency_id, concern_id))', t || '_read', t);
  end loop;
end $$;
create policy concern_piece_read on concern_piece for select using (
  agency_id = current_agency() and (reads_concern(agency_id, concern_id)
    or for_reporter and reported_concern(agency_id, concern_id)));
create policy concern_step_read on concern_step for select using (
  agency_id = current_agency() and (reads_concern(agency_id, concern_id) or reported_concern(agency_id, concern_id)));
alter table concern enable row level security;
create policy concern_made on concern for insert with check (agency_id = current_agency());
create policy concern_read on concern for select using (
  agency_id = current_agency() and (reported_by = current_person() or reads_concern(agency_id, id)));
grant select, insert on concern to lanyard_app;
alter table concern_listed enable row level security;
create policy concern_listed_read on concern_listed for select using (
  agency_id = current_agency() and (current_person() is null or person_id = current_person()));
grant select on concern_listed to lanyard_app;
alter table danger_shown enable row level security;
create policy danger_shown_own on danger_shown using (agency_id = current_agency());
grant select, insert on danger_shown to lanyard_app;

create function concern_is_listed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into concern_listed (agency_id, person_id, at, concern_id)
    select new.agency_id, person, new.reported_at, new.id from unnest(new.heard_by) person;
  return null;
end $$;
create trigger concern_listed_at_once after insert on concern for each row execute function concern_is_listed();

-- Nobody comes to read what is about them, whichever is written first: whoever writes either holds the concern.
create function nobody_reads_about_themselves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare told timestamptz; kept_out uuid[];
begin
  select reported_at, subjects into told, kept_out from concern
    where agency_id = new.agency_id and id = new.concern_id for no key update;
  if tg_table_name = 'concern_subject' then
    delete from concern_listed l
      where l.agency_id = new.agency_id and l.concern_id = new.concern_id and l.person_id = new.person_id;
    return new;
  end if;
  if new.person_id = any (kept_out) or exists (select from concern_subject s where s.agency_id = new.agency_id
      and s.concern_id = new.concern_id and s.person_id = new.person_id) then
    raise exception 'nobody reads a concern that is about them' using errcode = 'LY084';
  end if;
  insert into concern_listed (agency_id, person_id, at, concern_id)
    values (new.agency_id, new.person_id, told, new.concern_id) on conflict do nothing;
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
  -- The report itself is the first.
  if new.number <> 1 + coalesce((select max(number) from concern_piece p
      where p.agency_id = new.agency_id and p.concern_id = new.concern_id), 1) then
    raise exception 'another wrote in this concern first' using errcode = '23505';
  end if;
  return new;
end $$;
create trigger piece_in_turn before insert on concern_piece for each row execute function piece_is_in_turn();
