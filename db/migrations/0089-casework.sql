-- Casework on concerns (0087): who may be let in, what is decided and why, who is linked, what is to be done and by whom,
-- how one is closed. Words are pieces, sealed; here stand who, when, which kind, and to which body outside.

-- Everybody to whom a concern's key is sealed from the first: who may come to read it, if those who read it do not look.
alter table concern add column within_reach uuid[] not null default '{}' check (cardinality(within_reach) <= 100);

-- Which earlier thing a piece corrects, by its number; the report is 1.
alter table concern_piece add column corrects integer check (corrects >= 1 and corrects < number);
alter table concern_piece add constraint concern_piece_corrects_check check ((kind = 'correction') = (corrects is not null));

-- Why it was opened; what the step is about (an action, somebody); when it happened, where that was before it was written.
alter table concern_step
  add column reason text check (reason ~ '^[a-z-]{2,30}$'),
  add column thing_id uuid,
  add column happened_at timestamptz,
  add constraint concern_step_says_why check (piece_id is not null or step not in
    ('referred', 'consulted', 'not-referred', 'close-asked', 'closed', 'reopened', 'glass-broken')),
  add constraint concern_step_names_body check (body is not null or step not in ('referred', 'consulted')),
  add constraint concern_step_is_after check (happened_at <= taken_at);

-- Whether it is about them, or they stand too near to whom it is about: a deputy, where it is the designated person.
alter table concern_subject add column why text not null default 'named' check (why in ('named', 'too-near'));

-- Who is linked to a concern and is not whom it is about: a child, one of their family, somebody of the staff who saw it.
create table concern_link (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('child', 'family', 'staff')),
  linked_by uuid not null,
  linked_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, concern_id, person_id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_link_of on concern_link (agency_id, person_id, linked_at desc);

-- Something to be done about a concern: by one of those who read it, by a day. What it is stands in its piece.
create table concern_action (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  piece_id uuid not null,
  owner_id uuid not null,
  due_at timestamptz not null,
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, piece_id) references concern_piece deferrable initially deferred,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_action_of on concern_action (agency_id, concern_id, set_at);

do $$
declare t text;
begin
  foreach t in array array['concern_link', 'concern_action'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for insert with check (agency_id = current_agency())', t || '_made', t);
    execute format('create policy %I on %I for select using (agency_id = current_agency() and
      reads_concern(agency_id, concern_id))', t || '_read', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- Whether somebody is one whom a concern is about, as far as it is known now.
create function is_subject(vault uuid, concern uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from concern c where c.agency_id = vault and c.id = concern and person = any (c.subjects))
    or exists (select from concern_subject s
      where s.agency_id = vault and s.concern_id = concern and s.person_id = person);
end;

-- What is open and within reach of whoever acts, and is not read by them: no more than that it is there, and since when.
create function concerns_within_reach() returns table (
  id uuid, reported_at timestamptz, opened_at timestamptz, recipient text, keys bytea)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.reported_at, (select min(s.taken_at) from concern_step s
      where s.agency_id = c.agency_id and s.concern_id = c.id and s.step = 'opened'), c.recipient, c.keys
    from concern c
    where c.agency_id = current_agency() and current_person() = any (c.within_reach)
      and current_person() <> all (c.heard_by) and not is_subject(c.agency_id, c.id, current_person())
      and not exists (select from concern_reader r
        where r.agency_id = c.agency_id and r.concern_id = c.id and r.person_id = current_person())
      and coalesce((select s.step from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
        and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1), 'open') <> 'closed'
    order by c.reported_at desc limit 50;
end;
revoke execute on function is_subject, concerns_within_reach from public;
grant execute on function is_subject, concerns_within_reach to lanyard_app;

-- Nobody lets themselves in whose key does not open it; nobody is let in but by one who reads it, and with its key.
create function reader_is_let_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.why in ('broke-glass', 'late') then
    if not exists (select from concern c where c.agency_id = new.agency_id and c.id = new.concern_id
        and new.person_id = any (c.within_reach)) then
      raise exception 'this concern is not within their reach' using errcode = 'LY089';
    end if;
  elsif new.key is null or new.let_in_by is null or new.let_in_by = new.person_id
      or current_person() is distinct from new.let_in_by or not reads_concern(new.agency_id, new.concern_id) then
    raise exception 'somebody is let in by one who reads it, and with its key' using errcode = 'LY089';
  end if;
  return new;
end $$;
create trigger reader_let_in before insert on concern_reader for each row execute function reader_is_let_in();

-- Nobody is linked to a concern, nor given something to do in it, whom it is about; what is to be done is done by who reads it.
create function action_is_a_readers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  if is_subject(new.agency_id, new.concern_id, new.owner_id) or not exists (
      select from concern c where c.agency_id = new.agency_id and c.id = new.concern_id
        and (new.owner_id = any (c.heard_by) or exists (select from concern_reader r
          where r.agency_id = c.agency_id and r.concern_id = c.id and r.person_id = new.owner_id))) then
    raise exception 'what is to be done is done by somebody who reads it' using errcode = 'LY089';
  end if;
  return new;
end $$;
create trigger action_of_a_reader before insert on concern_action for each row execute function action_is_a_readers();

-- A concern about an adult who works with children is closed by a second person: one asks, another says yes.
create function closing_takes_two() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare of_adult boolean; last_step text; last_by uuid;
begin
  if new.step not in ('close-asked', 'closed', 'reopened') then
    return new;
  end if;
  select about && array['worker', 'manager', 'deputy-designated-person', 'designated-person', 'senior-manager', 'chair',
      'other-agency'] or cardinality(subjects) > 0 or exists (select from concern_subject s
      where s.agency_id = c.agency_id and s.concern_id = c.id)
    into of_adult from concern c where agency_id = new.agency_id and id = new.concern_id for no key update;
  select step, taken_by into last_step, last_by from concern_step
    where agency_id = new.agency_id and concern_id = new.concern_id and step in ('close-asked', 'closed', 'reopened')
    order by taken_at desc, id desc limit 1;
  -- What is closed is opened again, or asked for to be kept open; and nothing else is.
  if coalesce(last_step, 'reopened') = (case when new.step = 'reopened' then 'reopened' else 'closed' end) then
    raise exception 'it stands otherwise' using errcode = 'LY089';
  end if;
  if new.step = 'closed' and of_adult and (last_step is distinct from 'close-asked' or new.taken_by is null
      or last_by is null or last_by = new.taken_by) then
    raise exception 'a second person closes it' using errcode = 'LY089';
  end if;
  return new;
end $$;
create trigger closing_by_two before insert on concern_step for each row execute function closing_takes_two();
