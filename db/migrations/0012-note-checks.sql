-- A note beside the guidance, held against its sources by a named person of the agency. Bound to the note's exact words:
-- when Lanyard's own note changes, the check stands for the words it was of and no others.
create table note_check (
  agency_id uuid not null references agency,
  id uuid not null,
  note text not null check (length(note) between 1 and 100),
  note_hash bytea not null check (length(note_hash) = 32),
  person_id uuid not null,
  finding text not null check (finding in ('holds', 'differs')),
  remark text not null check (length(remark) <= 1000),
  checked_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  -- Whoever finds that it is not so says what is.
  check (finding = 'holds' or length(remark) > 0)
);
create index note_check_newest on note_check (agency_id, note, checked_at desc);

alter table note_check enable row level security;
create policy note_check_own on note_check using (agency_id = current_agency());
grant select, insert on note_check to lanyard_app;
