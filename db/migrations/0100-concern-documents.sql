-- Documents that somebody hands in about a concern (0087): letters, emails, what was written. Their bytes, what they are called
-- and what was said to them are sealed to the concern; here stand only who, when, how large. No picture is among them.
create table concern_document (
  agency_id uuid not null references agency,
  id uuid not null,
  concern_id uuid not null,
  -- Nobody, where it came from whoever told of the concern, by their code.
  handed_in_by uuid,
  handed_in_at timestamptz not null,
  -- Looked at for viruses and found to have none; or nothing here looks.
  checked text not null check (checked in ('clean', 'not-checked')),
  about bytea check (length(about) between 100 and 20000),
  -- SHA-256 over a salt, which is in what is sealed, and the document.
  commitment bytea check (length(commitment) = 32),
  -- SHA-256 over the sealed document, and its length: its parts are no evidence by themselves.
  sealed_hash bytea not null check (length(sealed_hash) = 32),
  size integer not null check (size between 100 and 10600000),
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_key),
  -- Both go when it is erased.
  check ((about is null) = (commitment is null)),
  foreign key (agency_id, concern_id) references concern,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index concern_document_of on concern_document (agency_id, concern_id, handed_in_at);

-- One that nobody opens yet, as it could not be checked for viruses: sealed to a key of its own and to nobody who reads the
-- concern. It goes when it was checked: into the table above, or nowhere.
create table concern_document_waiting (
  agency_id uuid not null references agency,
  id uuid not null,
  concern_id uuid not null,
  handed_in_by uuid,
  handed_in_at timestamptz not null,
  about bytea not null check (length(about) between 100 and 20000),
  commitment bytea not null check (length(commitment) = 32),
  -- That key, sealed with the installation's secret.
  key bytea not null check (length(key) between 50 and 1000),
  draft_key uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_key),
  foreign key (agency_id, concern_id) references concern
);
create index concern_document_waiting_of on concern_document_waiting (agency_id, concern_id);

-- The sealed bytes of either, in pieces.
create table concern_document_part (
  agency_id uuid not null references agency,
  document_id uuid not null,
  concern_id uuid not null,
  number integer not null check (number between 1 and 20),
  sealed bytea not null check (length(sealed) between 1 and 1048576),
  primary key (agency_id, document_id, number),
  foreign key (agency_id, concern_id) references concern
);
-- What is sealed does not pack.
alter table concern_document_part alter column sealed set storage external;

do $$
declare t text;
begin
  foreach t in array array['concern_document', 'concern_document_waiting', 'concern_document_part'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for insert with check (agency_id = current_agency())', t || '_made', t);
    execute format('create policy %I on %I for select using (agency_id = current_agency() and
      reads_concern(agency_id, concern_id))', t || '_read', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
-- What waits is taken away by what checks it, in nobody's name; the parts of what is kept are taken away by nobody.
grant delete on concern_document_waiting, concern_document_part to lanyard_app;
create policy concern_document_waiting_goes on concern_document_waiting for delete using (
  agency_id = current_agency() and current_person() is null);
create policy concern_document_part_goes on concern_document_part for delete using (
  agency_id = current_agency() and current_person() is null and exists (select from concern_document_waiting w
    where w.agency_id = concern_document_part.agency_id and w.id = concern_document_part.document_id));

-- So many about one concern, and no more, whoever sends them at the same moment.
create function documents_are_few() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  if (select count(*) from concern_document d where d.agency_id = new.agency_id and d.concern_id = new.concern_id)
    + (select count(*) from concern_document_waiting w where w.agency_id = new.agency_id and w.concern_id = new.concern_id)
      >= 60 then
    raise exception 'a concern has 60 documents at most' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger documents_few before insert on concern_document
  for each row execute function documents_are_few();
create trigger waiting_documents_few before insert on concern_document_waiting
  for each row execute function documents_are_few();

-- One that is kept is whole.
create function document_is_whole() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select sum(length(p.sealed)) from concern_document_part p
      where p.agency_id = new.agency_id and p.document_id = new.id and p.concern_id = new.concern_id)
      is distinct from new.size then
    raise exception 'document %: its parts are not all of it', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger document_whole after insert on concern_document
  deferrable initially deferred for each row execute function document_is_whole();

-- When its entry is erased, so is what the row says, and the document.
create function document_goes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from concern_document_part p using concern_document d
    where d.agency_id = new.agency_id and d.entry_id = new.id
      and p.agency_id = d.agency_id and p.document_id = d.id;
  update concern_document set about = null, commitment = null where agency_id = new.agency_id and entry_id = new.id;
  return null;
end $$;
create trigger document_goes after update of content on entry
  for each row when (new.event = 'concern.document-handed-in' and old.content is not null and new.content is null)
  execute function document_goes();
