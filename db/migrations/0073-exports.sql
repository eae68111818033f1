-- Exports: everything kept about one child, or of one conversation, to take away.

-- Who asked for which, and why.
create table export (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null check (kind in ('conversation', 'child')),
  -- The conversation, or the child.
  subject_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, asked_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index export_by_subject on export (agency_id, subject_id, asked_at);
create index export_by_asker on export (agency_id, asked_by, asked_at);

-- What was made: how many entries, under which size and root of the log, the hash of all that it says, and how many people are
-- replaced in it. The hash is in the entry, so that not a letter of a copy can be changed unseen.
create table export_made (
  agency_id uuid not null,
  export_id uuid not null,
  size bigint not null check (size > 0),
  root text not null check (length(root) = 44),
  entries int not null check (entries >= 0),
  messages int not null check (messages >= 0),
  replaced int not null check (replaced >= 0),
  body_sha256 text not null check (length(body_sha256) = 44),
  made_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, export_id),
  foreign key (agency_id, export_id) references export,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- How far an export has come, beside the record: who is named in it, and what is to become of each name.
create table export_progress (
  agency_id uuid not null,
  export_id uuid not null,
  state text not null check (state in ('looking', 'choosing', 'making', 'ready', 'gone', 'failed')),
  at timestamptz not null,
  -- The size of the log that was looked through.
  size bigint,
  entries int,
  named jsonb,
  choices jsonb,
  expires_at timestamptz,
  primary key (agency_id, export_id),
  foreign key (agency_id, export_id) references export
);

-- The files, for as long as they can be fetched.
create table export_file (
  agency_id uuid not null,
  export_id uuid not null,
  name text not null check (name ~ '^(body|json|pdf-[0-9]{1,3})$'),
  content bytea not null,
  primary key (agency_id, export_id, name),
  foreign key (agency_id, export_id) references export
);

do $$
declare t text;
begin
  foreach t in array array['export', 'export_made', 'export_progress', 'export_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant update, delete on export_progress to lanyard_app;
grant delete on export_file to lanyard_app;

-- Nobody asks in another's name, and nobody asks for a conversation that they are or were in themselves.
create trigger whoever_acts_asks before insert on export
  for each row execute function is_done_by_whoever_acts('asked_by');

create function export_is_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from participant p where p.agency_id = new.agency_id and p.person_id = new.asked_by
      and (p.conversation_id = new.subject_id or exists (select from participant c
        where c.agency_id = p.agency_id and c.conversation_id = p.conversation_id and c.person_id = new.subject_id))) then
    raise exception 'export %: whoever asks is in a conversation of it', new.id using errcode = 'LY073';
  end if;
  return new;
end $$;
create trigger export_by_another before insert on export for each row execute function export_is_by_another();
