-- Bringing in staff, or children and families, from a file. What was uploaded, confirmed and done is on the record; the
-- file itself is kept only until it is imported, and for a day at most.

create table people_import (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null check (kind in ('staff', 'families')),
  state text not null check (state in ('uploaded', 'confirmed', 'refused', 'done', 'expired')),
  file_name text check (length(file_name) <= 200),
  file_hash bytea not null check (length(file_hash) = 32),
  lines int not null check (lines between 1 and 10000),
  invite boolean not null,
  people int not null check (people >= 0),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, uploaded_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
alter table people_import enable row level security;
create policy people_import_own on people_import using (agency_id = current_agency());
grant select, insert on people_import to lanyard_app;
-- What was uploaded, by whom and when never changes; what became of it does.
grant update (state, invite, people, confirmed_at, ended_at, entry_id) on people_import to lanyard_app;

-- The exact file, in a table that cannot be updated: what was previewed is what is imported.
create table people_import_file (
  agency_id uuid not null,
  import_id uuid not null,
  content bytea not null check (length(content) between 1 and 8388608),
  primary key (agency_id, import_id),
  foreign key (agency_id, import_id) references people_import
);
alter table people_import_file enable row level security;
create policy people_import_file_own on people_import_file using (agency_id = current_agency());
grant select, insert, delete on people_import_file to lanyard_app;

create function import_file_is_the_one_on_record() returns trigger language plpgsql as $$
begin
  if not exists (select from people_import i where i.agency_id = new.agency_id and i.id = new.import_id
      and i.file_hash = sha256(new.content)) then
    raise exception 'import %: the file is not the one on the record', new.import_id;
  end if;
  return new;
end $$;
create trigger import_file_hash before insert on people_import_file
  for each row execute function import_file_is_the_one_on_record();

-- How far an import has come: written beside the one transaction that does the work, so that it is seen meanwhile.
create table people_import_progress (
  agency_id uuid not null,
  import_id uuid not null,
  done int not null,
  at timestamptz not null,
  primary key (agency_id, import_id),
  foreign key (agency_id, import_id) references people_import
);
alter table people_import_progress enable row level security;
create policy people_import_progress_own on people_import_progress using (agency_id = current_agency());
grant select, insert, update, delete on people_import_progress to lanyard_app;

-- Two teams of one name could not be told apart in a file.
create unique index team_by_name on team (agency_id, lower(name));
