-- Induction: the path that somebody walks when they are new, and again when it is due.

-- One walk: whose, and which situations they are asked about.
create table induction_walk (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  -- The person's first, second, and so on: two begun at once cannot both be.
  number int not null check (number > 0),
  -- Names of situations in src/induction/scenarios.
  scenarios jsonb not null check (jsonb_typeof(scenarios) = 'array'),
  begun_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, person_id, number),
  unique (agency_id, id, person_id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create trigger induction_walk_is_here before insert on induction_walk
  for each row execute function is_given_to_somebody_here('person_id');

-- A walk that was walked to its end: when, until when it counts, and how many tries each part took. Nothing says which
-- answers were wrong.
create table induction_pass (
  agency_id uuid not null,
  id uuid not null,
  walk_id uuid not null,
  person_id uuid not null,
  passed_at timestamptz not null,
  valid_until date not null check (valid_until > (passed_at at time zone 'Europe/London')::date),
  -- { "part": tries }
  tries jsonb not null check (jsonb_typeof(tries) = 'object'),
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, walk_id),
  foreign key (agency_id, walk_id, person_id) references induction_walk (agency_id, id, person_id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index induction_pass_newest on induction_pass (agency_id, person_id, passed_at desc);

-- How far a walk has come, question by question, while it lasts. It is no part of the record: it is gone when the walk is
-- passed, and only the sum of each part's tries stays.
create table induction_try (
  agency_id uuid not null,
  walk_id uuid not null,
  question text not null check (length(question) between 1 and 100),
  tries int not null check (tries > 0),
  right_at timestamptz,
  primary key (agency_id, walk_id, question),
  foreign key (agency_id, walk_id) references induction_walk
);

-- After how many months an agency has it walked again, from when it was set. The newest stands.
create table induction_renewal (
  agency_id uuid not null references agency,
  id uuid not null,
  months int not null check (months between 6 and 24),
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index induction_renewal_newest on induction_renewal (agency_id, set_at desc, id desc);

do $$
declare t text;
begin
  foreach t in array array['induction_walk', 'induction_pass', 'induction_try', 'induction_renewal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant update, delete on induction_try to lanyard_app;
