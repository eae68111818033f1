-- An organisation's own rules, laid over the guidance's. Every row is kept as it was written: a rule ends by a later row.

-- A rule that asks for more than the guidance does: set by hand, or by a version of a policy that was published.
create table own_tightening (
  agency_id uuid not null references agency,
  id uuid not null,
  act text not null check (length(act) between 1 and 60),
  -- {"fact": ["value", …]}: it holds where each of these is so.
  conditions jsonb not null check (jsonb_typeof(conditions) = 'object'),
  at_most text not null check (at_most in ('forbidden', 'poor', 'safe', 'best')),
  needs jsonb not null check (jsonb_typeof(needs) = 'array'),
  owed jsonb not null check (jsonb_typeof(owed) = 'array'),
  says text not null check (length(says) between 1 and 1000),
  because jsonb not null check (jsonb_typeof(because) = 'array' and jsonb_array_length(because) > 0),
  begins_on date not null,
  -- Whoever set it by hand; null where a policy did.
  set_by uuid,
  policy_id uuid,
  policy_title text check (length(policy_title) between 1 and 300),
  policy_version integer check (policy_version > 0),
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (num_nonnulls(policy_id, policy_title, policy_version) in (0, 3)),
  check ((set_by is null) = (policy_id is not null))
);

create table own_tightening_end (
  agency_id uuid not null,
  id uuid not null,
  tightening_id uuid not null,
  -- Null where the next version of the policy ended it.
  ended_by uuid,
  reason text not null check (length(reason) between 1 and 1000),
  ended_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, tightening_id),
  foreign key (agency_id, tightening_id) references own_tightening,
  foreign key (agency_id, ended_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- A senior manager's decision that a limit does not hold, for a year at most.
create table own_decision (
  agency_id uuid not null references agency,
  id uuid not null,
  act text not null check (length(act) between 1 and 60),
  -- The limit that it loosens: message/unagreed-profile.
  limit_row text not null,
  conditions jsonb not null check (jsonb_typeof(conditions) = 'object'),
  stands text not null check (stands in ('poor', 'safe')),
  says text not null check (length(says) between 1 and 1000),
  because jsonb not null check (jsonb_typeof(because) = 'array' and jsonb_array_length(because) > 0),
  begins_on date not null,
  -- The last day.
  until date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, decided_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (limit_row like act || '/%'),
  check (until between begins_on and begins_on + 366),
  check (begins_on >= (decided_at at time zone 'Europe/London')::date),
  -- Nothing may stand before telling somebody.
  check (act <> 'report')
);

-- Who answers for a decision now: who took it, and whoever it was handed to after. The newest row stands.
create table own_decision_holder (
  agency_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, decision_id) references own_decision,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index own_decision_holder_newest on own_decision_holder (agency_id, decision_id, set_at desc, id desc);

create table own_decision_end (
  agency_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  -- True: it held no more from then on. False: somebody looked, and let it end on its last day.
  at_once boolean not null,
  ended_by uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  ended_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, decision_id, at_once),
  foreign key (agency_id, decision_id) references own_decision,
  foreign key (agency_id, ended_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

do $$
declare t text;
begin
  foreach t in array array['own_tightening', 'own_tightening_end', 'own_decision', 'own_decision_holder',
      'own_decision_end'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- A decision is its senior manager's own: of whoever acts, and who has that role while they take it. The role is locked,
-- so that one that is being ended is waited for, and then seen.
create function is_decided_by_a_senior_manager() returns trigger language plpgsql as $$
begin
  if new.decided_by is distinct from current_person() then
    raise exception 'a decision is taken by whoever acts, and by nobody for another' using errcode = 'LY041';
  end if;
  perform from role_grant r where r.agency_id = new.agency_id and r.person_id = new.decided_by
    and r.role = 'senior-manager' and r.granted_at <= new.decided_at and r.ended_at is null for share;
  if not found then
    raise exception '% is no senior manager now, and decides nothing', new.decided_by using errcode = 'LY041';
  end if;
  return new;
end $$;
create trigger own_decision_is_a_senior_managers before insert on own_decision
  for each row execute function is_decided_by_a_senior_manager();

create trigger own_decision_holder_is_here before insert on own_decision_holder
  for each row execute function is_given_to_somebody_here('person_id');

-- Nobody is gone while a decision that still holds, or will, is theirs to answer for. The day is the day they leave.
create function no_decision_is_left_behind() returns trigger language plpgsql as $$
begin
  if exists (
    select from own_decision d
    cross join lateral (select h.person_id from own_decision_holder h
      where h.agency_id = d.agency_id and h.decision_id = d.id order by h.set_at desc, h.id desc limit 1) newest
    where d.agency_id = new.agency_id and newest.person_id = new.id
      and d.until >= (new.left_at at time zone 'Europe/London')::date
      and not exists (select from own_decision_end e
        where e.agency_id = d.agency_id and e.decision_id = d.id and e.at_once)
  ) then
    raise exception 'person % cannot leave: they still have a decision', new.id using errcode = 'LY004';
  end if;
  return null;
end $$;
create constraint trigger leaves_no_decision_behind after update of left_at on person
  deferrable initially deferred for each row when (new.left_at is not null)
  execute function no_decision_is_left_behind();
