-- What an organisation has changed of its screening, within limits. A row is kept as it was written: it ends by a later one.

create table tuning (
  agency_id uuid not null references agency,
  id uuid not null,
  -- A kind of thing made stricter or gentler; a phrase of the organisation's own for a kind; a name that may be given.
  what text not null check (what in ('stricter', 'gentler', 'phrase', 'name')),
  kind text check (length(kind) between 1 and 40),
  written_by text check (written_by in ('worker', 'family')),
  -- What is to come of it, the phrase, or the name.
  value text not null check (length(value) between 1 and 200),
  says text not null check (length(says) between 1 and 1000),
  -- The last day of what is gentler.
  until date,
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((what = 'name') = (kind is null)),
  check ((what in ('stricter', 'gentler')) = (written_by is not null)),
  check ((what = 'gentler') = (until is not null)),
  check (what not in ('stricter', 'gentler') or value in ('nothing', 'asked', 'held', 'stopped', 'look')),
  check (what <> 'phrase' or length(value) <= 60),
  -- A year at most; and only what a worker writes.
  check (until between (set_at at time zone 'Europe/London')::date and (set_at at time zone 'Europe/London')::date + 366),
  check (what <> 'gentler' or written_by = 'worker'),
  -- Nobody makes these gentler, whoever they are. A worker's own details are stopped, and danger is heard of.
  check (what <> 'gentler' or kind not in ('own-details', 'detail-asked', 'risk-probing', 'undermining', 'sexual',
    'pressure', 'insult', 'threat', 'danger')),
  check (what <> 'stricter' or kind not in ('own-details', 'danger')),
  check (kind <> 'danger' or what = 'phrase')
);

create table tuning_end (
  agency_id uuid not null,
  id uuid not null,
  tuning_id uuid not null,
  ended_by uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  ended_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, tuning_id),
  foreign key (agency_id, tuning_id) references tuning,
  foreign key (agency_id, ended_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

do $$
declare t text;
begin
  foreach t in array array['tuning', 'tuning_end'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- It is decided by whoever acts, who is a designated person or a senior manager while they do. The role is locked, so that
-- one that is being ended is waited for, and then seen.
create function is_tuned_by_who_may() returns trigger language plpgsql as $$
declare
  who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if who is distinct from current_person() then
    raise exception 'screening is tuned by whoever acts, and by nobody for another' using errcode = 'LY041';
  end if;
  perform from role_grant r where r.agency_id = new.agency_id and r.person_id = who
    and r.role in ('senior-manager', 'designated-person') and r.ended_at is null for share;
  if not found then
    raise exception '% is neither a designated person nor a senior manager now, and tunes nothing', who
      using errcode = 'LY041';
  end if;
  return new;
end $$;
create trigger tuning_is_decided before insert on tuning
  for each row execute function is_tuned_by_who_may('set_by');
create trigger tuning_end_is_decided before insert on tuning_end
  for each row execute function is_tuned_by_who_may('ended_by');
