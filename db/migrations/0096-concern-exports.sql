-- Exports of what is told of one child (0087): everything of those concerns that whoever asks reads, to take away. What is in one
-- is sealed to whoever asked (docs/exports.md); here stand only who, when, for whom, and of which concerns.

-- Who asked, for whom, and why: the reason is sealed.
create table concern_export (
  agency_id uuid not null references agency,
  id uuid not null,
  child_id uuid not null,
  for_whom text not null check (for_whom in ('police', 'court', 'subject-access', 'partnership', 'organisation')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  reason bytea not null check (length(reason) between 100 and 20000),
  -- Those that whoever asked read at that time.
  concerns uuid[] not null check (cardinality(concerns) between 1 and 1000),
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_key),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_export_by_asker on concern_export (agency_id, asked_by, asked_at desc);

-- What was made: how many entries, the hash of all that it says, and how many people are replaced in it.
create table concern_export_made (
  agency_id uuid not null,
  export_id uuid not null,
  entries int not null check (entries > 0),
  replaced int not null check (replaced >= 0),
  body_sha256 text not null check (length(body_sha256) = 44),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  entry_id uuid not null,
  primary key (agency_id, export_id),
  foreign key (agency_id, export_id) references concern_export,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- All that it says, sealed to whoever asked: for as long as it can be fetched.
create table concern_export_body (
  agency_id uuid not null,
  export_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 50000000),
  primary key (agency_id, export_id),
  foreign key (agency_id, export_id) references concern_export_made
);

-- Whoever asked, while they read every concern of it: once one turns out to be about them, they find nothing of it.
create function has_concern_export(vault uuid, asker uuid, of uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select current_person() is null or asker = current_person()
    and not exists (select from unnest(of) as one(id) where not reads_concern(vault, one.id));
end;
revoke execute on function has_concern_export from public;
grant execute on function has_concern_export to lanyard_app;

alter table concern_export enable row level security;
create policy concern_export_read on concern_export for select using (
  agency_id = current_agency() and has_concern_export(agency_id, asked_by, concerns));
create policy concern_export_made on concern_export for insert with check (
  agency_id = current_agency() and asked_by = current_person() and has_concern_export(agency_id, asked_by, concerns));
grant select, insert on concern_export to lanyard_app;

-- By whom the export itself is seen.
do $$
declare t text;
begin
  foreach t in array array['concern_export_made', 'concern_export_body'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency() and exists (select from concern_export e
      where e.agency_id = %I.agency_id and e.id = %I.export_id))', t || '_own', t, t, t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant delete on concern_export_body to lanyard_app;
