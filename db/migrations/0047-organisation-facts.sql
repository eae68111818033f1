-- What an organisation says of itself, to be printed on its posters and shown where somebody needs help: whom to reach and
-- how, where equipment is got from, its colour and its logo. Each row holds from when it was set until the next of its part:
-- the newest stands. Its own telephone, address, site and out-of-hours line stand on the agency, and not here again.
create table organisation_fact (
  agency_id uuid not null references agency,
  id uuid not null,
  part text not null check (part in ('contact', 'lado', 'police', 'equipment', 'colour', 'logo')),
  -- Whose telephone and address these are: of the designated persons and deputies alone.
  person_id uuid,
  said jsonb not null check (jsonb_typeof(said) = 'object' and length(said::text) <= 4000),
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((part = 'contact') = (person_id is not null))
);
create index organisation_fact_newest on organisation_fact (agency_id, part, person_id, set_at desc, id desc);

alter table organisation_fact enable row level security;
create policy organisation_fact_own on organisation_fact using (agency_id = current_agency());
grant select, insert on organisation_fact to lanyard_app;

-- A logo as it was drawn anew from what was uploaded: a PNG of bounded size with nothing else in it. The fact of part
-- 'logo' names it by its id and its hash, so that a picture put in its place is found out.
create table organisation_logo (
  agency_id uuid not null references agency,
  id uuid not null,
  content bytea not null check (length(content) between 1 and 2000000),
  hash bytea not null check (hash = sha256(content)),
  primary key (agency_id, id)
);
alter table organisation_logo enable row level security;
create policy organisation_logo_own on organisation_logo using (agency_id = current_agency());
grant select, insert on organisation_logo to lanyard_app;
