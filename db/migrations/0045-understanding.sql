-- A short check of understanding was passed before signing: of which exact text, by whom, in how many tries. Which answers
-- were wrong on the way is kept nowhere: it teaches, it does not mark.

create table understanding (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  version_id uuid not null,
  text_hash bytea not null,
  person_id uuid not null,
  asked int not null check (asked between 1 and 10),
  tries int not null check (tries between 1 and 99),
  passed_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, version_id, person_id),
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, version_id) references policy_version,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

alter table understanding enable row level security;
create policy understanding_own on understanding using (agency_id = current_agency());
grant select, insert on understanding to lanyard_app;

create trigger understanding_text before insert on understanding
  for each row execute function signature_is_of_its_version();
