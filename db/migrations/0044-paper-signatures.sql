-- Signing on paper. One of two records who signed a printed text, and where the sheet is kept; the other, who was there or
-- has seen the sheet, confirms or refuses it. Only then are there signatures: of three people, none is another.

create table signing_sheet (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  version_id uuid not null,
  text_hash bytea not null,
  persons uuid[] not null check (cardinality(persons) between 1 and 40),
  signed_on date not null,
  kept_at text not null check (length(kept_at) between 1 and 300),
  explained text not null check (length(explained) between 1 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  asked_id uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, version_id) references policy_version,
  foreign key (agency_id, recorded_by) references person,
  foreign key (agency_id, asked_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (recorded_by <> all (persons)),
  check (asked_id <> recorded_by and asked_id <> all (persons))
);
create index signing_sheet_of_policy on signing_sheet (agency_id, policy_id, recorded_at desc);

-- What the second person said of it: once, and for the whole sheet. `signatures` are those that stand because of it.
create table signing_sheet_answer (
  agency_id uuid not null,
  sheet_id uuid not null,
  answer text not null check (answer in ('confirmed', 'refused')),
  words text not null check (length(words) <= 1000),
  answered_by uuid not null,
  answered_at timestamptz not null,
  signatures uuid[] not null,
  entry_id uuid not null,
  primary key (agency_id, sheet_id),
  foreign key (agency_id, sheet_id) references signing_sheet,
  foreign key (agency_id, answered_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  -- Whoever refuses says why, and nothing is signed.
  check (answer = 'confirmed' or (length(words) > 0 and cardinality(signatures) = 0))
);
create index signing_sheet_answer_signatures on signing_sheet_answer using gin (signatures);

do $$
declare t text;
begin
  foreach t in array array['signing_sheet', 'signing_sheet_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

create trigger signing_sheet_text before insert on signing_sheet
  for each row execute function signature_is_of_its_version();
create trigger signing_sheet_asked_is_here before insert on signing_sheet
  for each row execute function is_given_to_somebody_here('asked_id');

-- Those on a sheet are so many different people who work here.
create function signing_sheet_is_of_staff() returns trigger language plpgsql as $$
begin
  if (select count(*) from person p where p.agency_id = new.agency_id and p.id = any (new.persons)
      and p.kind = 'staff' and p.left_at is null) <> cardinality(new.persons) then
    raise exception 'signing sheet % names somebody who does not work here', new.id using errcode = 'LY003';
  end if;
  return new;
end $$;
create trigger signing_sheet_persons before insert on signing_sheet
  for each row execute function signing_sheet_is_of_staff();

create function signing_sheet_has_a_second_person() returns trigger language plpgsql as $$
begin
  if exists (select from signing_sheet s where s.agency_id = new.agency_id and s.id = new.sheet_id
      and (s.recorded_by = new.answered_by or new.answered_by = any (s.persons))) then
    raise exception 'signing sheet %: who answers is neither who recorded it nor on it', new.sheet_id;
  end if;
  return new;
end $$;
create trigger signing_sheet_second_person before insert on signing_sheet_answer
  for each row execute function signing_sheet_has_a_second_person();

-- A signature is made by its signer, or stands on a sheet that a second person has confirmed. Looked at when its
-- transaction commits: entry, answer and signature stand together by then.
create function signature_is_its_signers() returns trigger language plpgsql as $$
declare actor uuid;
begin
  select e.person_id into actor from entry e where e.agency_id = new.agency_id and e.id = new.entry_id;
  if actor is distinct from new.person_id and not exists (
      select from signing_sheet_answer a
      join signing_sheet s on s.agency_id = a.agency_id and s.id = a.sheet_id
      where a.agency_id = new.agency_id and a.signatures @> array[new.id] and a.answer = 'confirmed'
        and a.answered_by = actor and s.version_id = new.version_id and new.person_id = any (s.persons)) then
    raise exception 'signature %: nobody signs for another but by a sheet that a second person has confirmed', new.id;
  end if;
  return null;
end $$;
create constraint trigger signature_signer after insert on signature
  deferrable initially deferred for each row execute function signature_is_its_signers();
