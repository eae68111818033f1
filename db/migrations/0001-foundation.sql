-- The ground: agencies, people, the record, duties.
-- Tables lead with the agency's id. Row-level security keeps one agency from another even where a query forgets.
-- The application's role (lanyard_app) exists before this runs. It gets exactly what is granted here.

create function current_agency() returns uuid language sql stable
  return nullif(current_setting('lanyard.agency', true), '')::uuid;

create function current_person() returns uuid language sql stable
  return nullif(current_setting('lanyard.person', true), '')::uuid;

-- Agencies -------------------------------------------------------------------

create table agency (
  id uuid primary key,
  board_id uuid references agency,
  kind text not null check (kind in ('board', 'member')),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null check (length(name) between 1 and 200),
  -- What the organisation itself may give to a child or family: shown in words, allowed by the screening.
  phone text,
  email text,
  web text,
  out_of_hours text,
  check ((kind = 'board') = (board_id is null))
);
alter table agency enable row level security;
create policy agency_own on agency using (id = current_agency() or board_id = current_agency());
grant select on agency to lanyard_app;
grant update (name, phone, email, web, out_of_hours) on agency to lanyard_app;

-- The record -------------------------------------------------------------------
-- An entry is inserted with the change it records, and never altered. Content and salt may be erased (record_erase),
-- the leaf never. See docs/records.md.

create table entry (
  agency_id uuid not null references agency,
  id uuid not null,
  at timestamptz not null,
  event text not null,
  person_id uuid,
  about_id uuid,
  leaf text not null,
  salt bytea,
  content text,
  primary key (agency_id, id),
  check ((salt is null) = (content is null))
);
create index entry_by_about on entry (agency_id, about_id, at);
create index entry_by_event on entry (agency_id, event, at);

-- Entries that the sequencer has not yet put in the log.
create table entry_pending (
  agency_id uuid not null,
  entry_id uuid not null,
  primary key (agency_id, entry_id),
  foreign key (agency_id, entry_id) references entry
);

create table entry_sequenced (
  agency_id uuid not null,
  position bigint not null check (position >= 0),
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  primary key (agency_id, position),
  unique (agency_id, entry_id),
  foreign key (agency_id, entry_id) references entry
);

-- Complete tiles only (256 hashes); root is the tile's own hash one level up. Partial tiles are computed.
create table tile (
  agency_id uuid not null references agency,
  level smallint not null,
  n bigint not null,
  hashes bytea not null check (length(hashes) = 8192),
  root bytea not null check (length(root) = 32),
  primary key (agency_id, level, n)
);

create table checkpoint (
  agency_id uuid not null references agency,
  size bigint not null,
  root bytea not null,
  at timestamptz not null,
  note text not null,
  primary key (agency_id, size)
);

create table cosignature (
  agency_id uuid not null,
  size bigint not null,
  witness text not null,
  line text not null,
  primary key (agency_id, size, witness),
  foreign key (agency_id, size) references checkpoint
);

do $$
declare t text;
begin
  foreach t in array array['entry', 'entry_pending', 'entry_sequenced', 'tile', 'checkpoint', 'cosignature'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant delete on entry_pending to lanyard_app;

-- The only way content leaves the record: an entry that says so must stand first.
create function record_erase(target uuid, erasing uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from entry where agency_id = current_agency() and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  update entry set salt = null, content = null where agency_id = current_agency() and id = target;
end $$;
revoke execute on function record_erase from public;
grant execute on function record_erase to lanyard_app;

-- Which agencies' logs have work waiting: the sequencer alone asks across agencies, and learns only ids.
create function agencies_pending() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from agency a where exists (select from entry_pending p where p.agency_id = a.id);
end;
revoke execute on function agencies_pending from public;
grant execute on function agencies_pending to lanyard_app;

-- What the public read addresses of a log need to find it by its name.
create function agency_by_slug(wanted text) returns table (id uuid, slug text, name text, board_slug text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.slug, a.name, b.slug from agency a left join agency b on b.id = a.board_id where a.slug = wanted;
end;
revoke execute on function agency_by_slug from public;
grant execute on function agency_by_slug to lanyard_app;

create function log_of_agency(wanted uuid) returns table (slug text, board_slug text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.slug, b.slug from agency a left join agency b on b.id = a.board_id where a.id = wanted;
end;
revoke execute on function log_of_agency from public;
grant execute on function log_of_agency to lanyard_app;

create function logs_here() returns table (slug text, board_slug text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.slug, b.slug from agency a left join agency b on b.id = a.board_id;
end;
revoke execute on function logs_here from public;
grant execute on function logs_here to lanyard_app;

-- People ---------------------------------------------------------------------

create table person (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null check (kind in ('staff', 'child', 'parent')),
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  born_on date,
  manager_id uuid,
  login_id text,
  joined_at timestamptz not null,
  left_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, manager_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (kind = 'staff' or (login_id is null and manager_id is null))
);
create unique index person_by_login on person (login_id, agency_id) where login_id is not null;
create unique index staff_by_email on person (agency_id, lower(email)) where kind = 'staff' and left_at is null;
create index person_by_manager on person (agency_id, manager_id);

create table role_grant (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('worker', 'volunteer', 'manager', 'senior-manager', 'designated-person',
    'deputy-designated-person', 'administrator', 'board-member')),
  granted_at timestamptz not null,
  ended_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create unique index role_once on role_grant (agency_id, person_id, role) where ended_at is null;

create table team (
  agency_id uuid not null references agency,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  manager_id uuid,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, manager_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

create table team_member (
  agency_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  primary key (agency_id, team_id, person_id, since),
  foreign key (agency_id, team_id) references team,
  foreign key (agency_id, person_id) references person
);

-- Who is whose parent or carer, and who works with which child or family.
create table family_tie (
  agency_id uuid not null,
  child_id uuid not null,
  parent_id uuid not null,
  relationship text not null check (length(relationship) between 1 and 60),
  since timestamptz not null,
  until timestamptz,
  primary key (agency_id, child_id, parent_id),
  foreign key (agency_id, child_id) references person,
  foreign key (agency_id, parent_id) references person
);
create index family_tie_by_parent on family_tie (agency_id, parent_id);

create table work_link (
  agency_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  child_id uuid not null,
  purpose text not null check (length(purpose) between 1 and 200),
  since timestamptz not null,
  until timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references person,
  foreign key (agency_id, child_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index work_link_by_staff on work_link (agency_id, staff_id);
create index work_link_by_child on work_link (agency_id, child_id);

create table invitation (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person
);
create unique index invitation_by_token on invitation (token_hash);

-- A family's way in: a link sent to them, and a code. Both are kept only as hashes.
create table family_link (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid,
  token_hash bytea,
  code_hash bytea,
  code_expires_at timestamptz,
  wrong_codes int not null default 0,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person
);
create unique index family_link_by_token on family_link (token_hash);

create table family_session (
  token_hash bytea primary key,
  agency_id uuid not null,
  person_id uuid not null,
  link_id uuid not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, link_id) references family_link
);

-- Duties -----------------------------------------------------------------------

create table duty (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  escalated_at timestamptz,
  closed_at timestamptz,
  opened_entry uuid not null,
  closed_entry uuid,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, opened_entry) references entry deferrable initially deferred,
  foreign key (agency_id, closed_entry) references entry deferrable initially deferred,
  check ((closed_at is null) = (closed_entry is null))
);
create unique index duty_once on duty (agency_id, kind, person_id, about_id) where closed_at is null;
create index duty_open on duty (agency_id, person_id, due_at) where closed_at is null;

do $$
declare t text;
begin
  foreach t in array array['person', 'role_grant', 'team', 'team_member', 'family_tie', 'work_link', 'invitation',
    'family_link', 'family_session', 'duty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert, update on %I to lanyard_app', t);
  end loop;
end $$;

-- Before anybody is known there is no agency to be in: these narrow doors turn a sign-in into a person. ------------

create function persons_of_login(login text)
returns table (agency_id uuid, agency_name text, agency_kind text, person_id uuid, name text, roles text[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.agency_id, a.name, a.kind, p.id, p.name,
    coalesce((select array_agg(g.role order by g.role) from role_grant g
      where g.agency_id = p.agency_id and g.person_id = p.id and g.ended_at is null), '{}')
  from person p join agency a on a.id = p.agency_id
  where p.login_id = login and p.left_at is null
  order by a.name;
end;

create function person_of_family_session(token bytea, now timestamptz)
returns table (agency_id uuid, agency_name text, person_id uuid, name text, kind text, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.agency_id, a.name, s.person_id, p.name, p.kind, s.expires_at
  from family_session s join person p on p.agency_id = s.agency_id and p.id = s.person_id
  join agency a on a.id = s.agency_id
  where s.token_hash = token and s.ended_at is null and s.expires_at > now and p.left_at is null;
end;

create function invitation_by_token(token bytea, now timestamptz)
returns table (agency_id uuid, agency_name text, invitation_id uuid, person_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.agency_id, a.name, i.id, p.id, p.name, p.email
  from invitation i join person p on p.agency_id = i.agency_id and p.id = i.person_id
  join agency a on a.id = i.agency_id
  where i.token_hash = token and i.accepted_at is null and i.expires_at > now and p.left_at is null;
end;

create function family_link_by_token(token bytea, now timestamptz)
returns table (agency_id uuid, agency_name text, link_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.agency_id, a.name, l.id, l.person_id
  from family_link l join agency a on a.id = l.agency_id
  join person p on p.agency_id = l.agency_id and p.id = l.person_id
  where l.token_hash = token and l.ended_at is null and l.expires_at > now and p.left_at is null;
end;

revoke execute on function persons_of_login, person_of_family_session, invitation_by_token, family_link_by_token from public;
grant execute on function persons_of_login, person_of_family_session, invitation_by_token, family_link_by_token to lanyard_app;

-- Limits, shared by every process: how often a key (a sign-in name, a link, a session) was used in a window. ---------

create table use_count (
  key text not null,
  window_start timestamptz not null,
  uses int not null,
  primary key (key, window_start)
);
grant select, insert, update, delete on use_count to lanyard_app;
