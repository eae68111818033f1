-- Sealing: what only certain people may read is sealed to keys of theirs (docs/sealing.md). Nothing that stands here opens by
-- itself: each secret half is locked, or sealed to somebody else's key.

-- A person's key: its public half, as age has it. One is in force at a time.
create table sealing_key (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  recipient text not null check (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
  made_at timestamptz not null,
  ended_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, recipient),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create unique index sealing_key_in_force on sealing_key (agency_id, person_id) where ended_at is null;

-- A way to open one: its secret half as an age file, locked with words, or with what a passkey gives. Of a passkey, too: which
-- one the browser is to ask, and about what.
create table sealing_lock (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  key_id uuid not null,
  kind text not null check (kind in ('words', 'passkey')),
  locked bytea not null check (length(locked) between 100 and 2000),
  credential bytea check (length(credential) between 1 and 1023),
  salt bytea check (length(salt) = 32),
  name text check (length(name) between 1 and 100),
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, key_id) references sealing_key,
  check ((kind = 'passkey') = (credential is not null) and (credential is null) = (salt is null)
    and (credential is null) = (name is null))
);
create unique index sealing_lock_of_words on sealing_lock (agency_id, key_id) where kind = 'words';

-- A person's key of before, sealed to the one they have now: what was sealed to it opens still.
create table sealing_past (
  agency_id uuid not null,
  key_id uuid not null,
  past_id uuid not null,
  person_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 20000),
  at timestamptz not null,
  primary key (agency_id, key_id, past_id),
  foreign key (agency_id, key_id) references sealing_key,
  foreign key (agency_id, past_id) references sealing_key,
  check (key_id <> past_id)
);

-- Somebody has unlocked their key, in one sign-in: what opens it is sealed with bytes that stand in their browser's cookie and
-- nowhere else. It ends with the sign-in, however that ends.
create table sealing_sitting (
  agency_id uuid not null,
  session_id text not null references auth.session (id) on delete cascade,
  person_id uuid not null,
  key_id uuid not null,
  sealed bytea not null,
  opened_at timestamptz not null,
  used_at timestamptz not null,
  primary key (agency_id, session_id),
  foreign key (agency_id, key_id) references sealing_key
);
create index sealing_sitting_by_session on sealing_sitting (session_id);
create index sealing_sitting_by_key on sealing_sitting (agency_id, key_id);

-- The organisation's recovery key: any two of its keyholders together open it, and none alone. The one before it is sealed to
-- it. The newest stands.
create table recovery_key (
  agency_id uuid not null references agency,
  id uuid not null,
  recipient text not null check (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
  previous_id uuid,
  previous_sealed bytea check (length(previous_sealed) between 100 and 200000),
  made_by uuid not null,
  confirmed_by uuid,
  made_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, previous_id) references recovery_key,
  foreign key (agency_id, made_by) references person,
  foreign key (agency_id, confirmed_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (confirmed_by <> made_by),
  check ((previous_id is null) = (previous_sealed is null) and (previous_id is null) = (confirmed_by is null))
);
create index recovery_key_newest on recovery_key (agency_id, made_at);

create table keyholder (
  agency_id uuid not null,
  recovery_id uuid not null,
  person_id uuid not null,
  key_id uuid not null,
  primary key (agency_id, recovery_id, person_id),
  foreign key (agency_id, recovery_id) references recovery_key,
  foreign key (agency_id, key_id) references sealing_key
);

-- For each two of them, in either order: the recovery key's secret half, sealed to the second, and that sealed to the first.
create table keyholder_pair (
  agency_id uuid not null,
  recovery_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 2000),
  primary key (agency_id, recovery_id, first_id, second_id),
  foreign key (agency_id, recovery_id, first_id) references keyholder,
  foreign key (agency_id, recovery_id, second_id) references keyholder,
  check (first_id <> second_id)
);

-- A person's secret half, sealed to the recovery key, for the day they have forgotten their words.
create table kept_key (
  agency_id uuid not null,
  key_id uuid not null,
  recovery_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 20000),
  kept_at timestamptz not null,
  primary key (agency_id, key_id, recovery_id),
  foreign key (agency_id, key_id) references sealing_key,
  foreign key (agency_id, recovery_id) references recovery_key
);

-- What two keyholders are asked to do together: to give somebody back what a lost key opened, or to name other keyholders.
create table recovery (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null check (kind in ('key', 'keyholders')),
  recovery_id uuid not null,
  lost_id uuid,
  new_id uuid,
  for_id uuid,
  holders uuid[],
  asked_by uuid not null,
  asked_at timestamptz not null,
  first_by uuid,
  first_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, recovery_id) references recovery_key,
  foreign key (agency_id, lost_id) references sealing_key,
  foreign key (agency_id, new_id) references sealing_key,
  foreign key (agency_id, for_id) references person,
  foreign key (agency_id, asked_by) references person,
  foreign key (agency_id, first_by) references person,
  foreign key (agency_id, second_by) references person,
  foreign key (agency_id, ended_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((kind = 'key') = (lost_id is not null) and (lost_id is null) = (new_id is null)
    and (lost_id is null) = (for_id is null)),
  check ((kind = 'keyholders') = (holders is not null) and cardinality(holders) between 3 and 5),
  check ((first_by is null) = (first_at is null) and (second_by is null) = (second_at is null)
    and (ended_at is not null or ended_by is null)),
  check (second_by is null or first_by is not null),
  check (ended_at is null or second_at is null),
  -- Never one alone, and never for oneself.
  check (first_by <> second_by and first_by <> for_id and second_by <> for_id)
);
create unique index recovery_under_way on recovery (agency_id, kind, for_id) nulls not distinct
  where second_at is null and ended_at is null;

-- What the first of the two opened of it: for each of the others, sealed to them.
create table recovery_half (
  agency_id uuid not null,
  recovery_id uuid not null,
  for_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 2000),
  primary key (agency_id, recovery_id, for_id),
  foreign key (agency_id, recovery_id) references recovery
);

do $$
declare t text;
begin
  foreach t in array array['sealing_key', 'sealing_lock', 'sealing_past', 'sealing_sitting', 'recovery_key', 'keyholder',
      'keyholder_pair', 'kept_key', 'recovery', 'recovery_half'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
  foreach t in array array['sealing_key', 'recovery_key', 'keyholder', 'kept_key', 'recovery'] loop
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
  end loop;
  -- Nobody's page but their own reads these; somebody else may put them there.
  foreach t in array array['sealing_lock person_id', 'sealing_past person_id', 'sealing_sitting person_id',
      'keyholder_pair first_id', 'recovery_half for_id'] loop
    execute format('create policy %I on %I using (agency_id = current_agency() and %I = current_person())
      with check (agency_id = current_agency())', split_part(t, ' ', 1) || '_own', split_part(t, ' ', 1), split_part(t, ' ', 2));
  end loop;
end $$;
grant update (ended_at, entry_id) on sealing_key to lanyard_app;
grant delete on sealing_lock to lanyard_app;
grant delete on sealing_sitting to lanyard_app;
grant update (key_id, sealed, opened_at, used_at) on sealing_sitting to lanyard_app;
grant update (first_by, first_at, second_by, second_at, ended_by, ended_at, entry_id) on recovery to lanyard_app;

-- Nobody makes or ends a key for another, opens it in another's name, or adds a lock to another's.
create trigger whoever_acts_has_the_key before insert or update on sealing_key
  for each row execute function is_done_by_whoever_acts('person_id');
create trigger whoever_acts_locks before insert on sealing_lock
  for each row execute function is_done_by_whoever_acts('person_id');
create trigger whoever_acts_sits before insert or update on sealing_sitting
  for each row execute function is_done_by_whoever_acts('person_id');

create function sealing_is_of_its_person() returns trigger language plpgsql as $$
begin
  if not exists (select from sealing_key k where k.agency_id = new.agency_id and k.id = new.key_id
      and k.person_id = new.person_id) then
    raise exception '%: the key is another''s', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lock_is_of_its_person before insert on sealing_lock
  for each row execute function sealing_is_of_its_person();
create trigger past_is_of_its_person before insert on sealing_past
  for each row execute function sealing_is_of_its_person();
create trigger sitting_is_of_its_person before insert or update on sealing_sitting
  for each row execute function sealing_is_of_its_person();
create trigger keyholder_is_of_its_person before insert on keyholder
  for each row execute function sealing_is_of_its_person();

-- An unlocked key is locked when it is in force no longer, when it has come to open more, and when its person has no role left
-- that has one.
create function sealing_sittings_end() returns trigger language plpgsql security definer
  set search_path to 'public', 'pg_temp' as $$
begin
  if tg_table_name = 'role_grant' then
    if not exists (select from role_grant r where r.agency_id = new.agency_id and r.person_id = new.person_id
        and r.ended_at is null and r.role in ('designated-person', 'deputy-designated-person', 'senior-manager')) then
      delete from sealing_sitting s where s.agency_id = new.agency_id and s.person_id = new.person_id;
    end if;
  elsif tg_table_name = 'sealing_past' then
    delete from sealing_sitting s where s.agency_id = new.agency_id and s.key_id = new.key_id;
  else
    delete from sealing_sitting s where s.agency_id = new.agency_id and s.key_id = new.id;
  end if;
  return null;
end $$;
create trigger key_ends_sittings after update of ended_at on sealing_key
  for each row when (new.ended_at is not null) execute function sealing_sittings_end();
create trigger past_ends_sittings after insert on sealing_past
  for each row execute function sealing_sittings_end();
create trigger role_ends_sittings after update of ended_at on role_grant
  for each row when (new.ended_at is not null) execute function sealing_sittings_end();

-- Three to five keyholders; and who has one already is changed by two of them, and by nobody else.
create function recovery_key_has_its_holders() returns trigger language plpgsql as $$
begin
  if (select count(*) from keyholder k where k.agency_id = new.agency_id and k.recovery_id = new.id)
      not between 3 and 5 then
    raise exception 'recovery key %: it has three to five keyholders', new.id using errcode = 'check_violation';
  end if;
  if new.made_by is distinct from current_person() then
    raise exception 'recovery key %: it is made by whoever acts', new.id using errcode = 'check_violation';
  end if;
  if new.previous_id is not null and (select count(*) from keyholder k where k.agency_id = new.agency_id
      and k.recovery_id = new.previous_id and k.person_id in (new.made_by, new.confirmed_by)) <> 2 then
    raise exception 'recovery key %: it takes two keyholders of the one before', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger recovery_key_is_held after insert on recovery_key
  deferrable initially deferred for each row execute function recovery_key_has_its_holders();

-- The pairs of the one before are of no more use, and go.
create function former_pairs_go() returns trigger language plpgsql security definer
  set search_path to 'public', 'pg_temp' as $$
begin
  delete from keyholder_pair p where p.agency_id = new.agency_id and p.recovery_id <> new.id;
  return null;
end $$;
create trigger former_pairs_go after insert on recovery_key for each row execute function former_pairs_go();

-- Each of the two is a keyholder, acts for themselves, and says so once.
create function recovery_is_by_keyholders() returns trigger language plpgsql as $$
declare who uuid;
begin
  if (old.first_by is not null and new.first_by is distinct from old.first_by and new.second_by is not null)
      or old.second_by is not null or old.ended_at is not null then
    raise exception 'recovery %: it is over, or somebody was first', new.id using errcode = 'check_violation';
  end if;
  foreach who in array array[new.first_by, new.second_by] loop
    continue when who is null or who = old.first_by;
    if who is distinct from current_person() or not exists (select from keyholder k where k.agency_id = new.agency_id
        and k.recovery_id = new.recovery_id and k.person_id = who) then
      raise exception 'recovery %: % is no keyholder who acts', new.id, who using errcode = 'check_violation';
    end if;
  end loop;
  return new;
end $$;
create trigger recovery_by_keyholders before update on recovery
  for each row execute function recovery_is_by_keyholders();
create trigger whoever_acts_asks before insert on recovery
  for each row execute function is_done_by_whoever_acts('asked_by');

-- Nothing that was opened halfway is left once it is done, or given up.
create function recovery_halves_go() returns trigger language plpgsql security definer
  set search_path to 'public', 'pg_temp' as $$
begin
  delete from recovery_half h where h.agency_id = new.agency_id and h.recovery_id = new.id;
  return null;
end $$;
create trigger recovery_halves_go after update on recovery
  for each row when (new.second_at is not null or new.ended_at is not null) execute function recovery_halves_go();
