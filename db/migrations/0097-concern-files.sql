-- A child’s concern file goes to another organisation of the same board (0096): sent sealed to its designated persons, accepted or
-- refused by one of them, and kept there in their own vault, to be read and never changed.

-- At whoever sends it.
create table concern_transfer (
  agency_id uuid not null,
  id uuid not null,
  export_id uuid not null,
  to_agency uuid not null references agency,
  to_name text not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_key),
  foreign key (agency_id, export_id) references concern_export_made,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
-- What is under way: sealed to those who may answer there. Deleted once somebody has.
create table concern_transfer_content (
  agency_id uuid not null,
  transfer_id uuid not null,
  readers uuid[] not null check (cardinality(readers) between 1 and 100),
  -- To whom a reason for refusing it is sealed: whoever sent it.
  answer_to text not null check (answer_to ~ '^age1[a-z0-9]+$'),
  entries int not null check (entries > 0),
  sealed bytea not null check (length(sealed) between 100 and 50000000),
  primary key (agency_id, transfer_id),
  foreign key (agency_id, transfer_id) references concern_transfer
);
create table concern_transfer_answer (
  agency_id uuid not null,
  transfer_id uuid not null,
  answer text not null check (answer in ('accepted', 'refused')),
  by_name text not null,
  answered_at timestamptz not null,
  why bytea check (length(why) between 100 and 20000),
  entry_id uuid not null,
  primary key (agency_id, transfer_id),
  check ((answer = 'refused') = (why is not null)),
  foreign key (agency_id, transfer_id) references concern_transfer,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- At whoever gets it: where it came from, and who may answer.
create table concern_file (
  agency_id uuid not null references agency,
  -- The same as of the transfer.
  id uuid not null,
  from_agency uuid not null references agency,
  from_name text not null,
  sent_by_name text not null,
  arrived_at timestamptz not null,
  readers uuid[] not null check (cardinality(readers) between 1 and 100),
  answer_to text not null check (answer_to ~ '^age1[a-z0-9]+$'),
  entries int not null check (entries > 0),
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create table concern_file_content (
  agency_id uuid not null,
  file_id uuid not null,
  sealed bytea not null check (length(sealed) between 100 and 50000000),
  primary key (agency_id, file_id),
  foreign key (agency_id, file_id) references concern_file
);
create table concern_file_answer (
  agency_id uuid not null,
  file_id uuid not null,
  answer text not null check (answer in ('accepted', 'refused')),
  answered_by uuid not null,
  answered_at timestamptz not null,
  -- Sealed to whoever sent it.
  why bytea check (length(why) between 100 and 20000),
  entry_id uuid not null,
  primary key (agency_id, file_id),
  check ((answer = 'refused') = (why is not null)),
  foreign key (agency_id, file_id) references concern_file,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

do $$
declare t text;
begin
  foreach t in array array['concern_transfer', 'concern_transfer_content', 'concern_transfer_answer', 'concern_file',
    'concern_file_content', 'concern_file_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
create policy concern_transfer_read on concern_transfer for select using (agency_id = current_agency()
  and exists (select from concern_export e where e.agency_id = concern_transfer.agency_id and e.id = export_id));
create policy concern_transfer_made on concern_transfer for insert with check (
  agency_id = current_agency() and sent_by = current_person()
  and exists (select from concern_export e where e.agency_id = concern_transfer.agency_id and e.id = export_id));
-- What is under way is handed over by Lanyard itself, and read by nobody on the way.
create policy concern_transfer_content_read on concern_transfer_content for select using (
  agency_id = current_agency() and current_person() is null);
create policy concern_transfer_content_made on concern_transfer_content for insert with check (agency_id = current_agency());
create policy concern_transfer_answer_read on concern_transfer_answer for select using (agency_id = current_agency()
  and exists (select from concern_transfer t where t.agency_id = concern_transfer_answer.agency_id and t.id = transfer_id));
create policy concern_transfer_answer_made on concern_transfer_answer for insert with check (
  agency_id = current_agency() and current_person() is null);

create policy concern_file_read on concern_file for select using (
  agency_id = current_agency() and (current_person() is null or current_person() = any (readers)));
create policy concern_file_made on concern_file for insert with check (
  agency_id = current_agency() and current_person() is null);
create policy concern_file_answer_read on concern_file_answer for select using (agency_id = current_agency()
  and exists (select from concern_file f where f.agency_id = concern_file_answer.agency_id and f.id = file_id));
create policy concern_file_answer_made on concern_file_answer for insert with check (
  agency_id = current_agency() and answered_by = current_person()
  and exists (select from concern_file f where f.agency_id = concern_file_answer.agency_id and f.id = file_id));
-- Nobody reads what they have not accepted.
create policy concern_file_content_read on concern_file_content for select using (agency_id = current_agency()
  and exists (select from concern_file_answer a join concern_file f on f.agency_id = a.agency_id and f.id = a.file_id
    where a.agency_id = concern_file_content.agency_id and a.file_id = concern_file_content.file_id and a.answer = 'accepted'));
create policy concern_file_content_made on concern_file_content for insert with check (
  agency_id = current_agency() and current_person() is null);

-- What was answered is under way no more; what was refused is not kept where it was refused.
create function transfer_has_arrived() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from concern_transfer_content c where c.agency_id = new.agency_id and c.transfer_id = new.transfer_id;
  return null;
end $$;
create trigger transfer_arrived after insert on concern_transfer_answer
  for each row execute function transfer_has_arrived();
create function refused_file_is_not_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from concern_file_content c where c.agency_id = new.agency_id and c.file_id = new.file_id;
  return null;
end $$;
create trigger refused_not_kept after insert on concern_file_answer
  for each row when (new.answer = 'refused') execute function refused_file_is_not_kept();

-- To whom of another organisation of the same board a file may go: its designated persons and deputies who have a key.
create function who_is_sent_files() returns table (agency_id uuid, agency_name text, person_id uuid, name text, recipient text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct a.id, a.name, p.id, p.name, k.recipient
    from agency me
    join agency a on a.board_id = me.board_id and a.kind = 'member' and a.id <> me.id
    join person p on p.agency_id = a.id and p.kind = 'staff' and p.left_at is null
    join role_grant g on g.agency_id = a.id and g.person_id = p.id and g.ended_at is null
      and g.role in ('designated-person', 'deputy-designated-person')
    join sealing_key k on k.agency_id = a.id and k.person_id = p.id and k.ended_at is null
    where me.id = current_agency() and me.kind = 'member';
end;
revoke execute on function who_is_sent_files from public;
grant execute on function who_is_sent_files to lanyard_app;
