-- A policy being written, and the second person behind every version.

-- One draft of a policy: from when somebody begins it until it is published or dropped. What it says is its revisions',
-- where it stands is its steps'.
create table policy_draft (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  way text not null check (way in ('clauses', 'words')),
  begun_by uuid not null,
  begun_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, begun_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index policy_draft_newest on policy_draft (agency_id, policy_id, begun_at desc, id desc);

-- Each saving of a draft, whole. `wrote` says that its words were changed; without it, a named person only held parts of
-- it against the guidance.
create table policy_draft_revision (
  agency_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  number int not null check (number > 0),
  made_of jsonb not null check (length(made_of::text) <= 1000000),
  wrote boolean not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_id, number),
  foreign key (agency_id, draft_id) references policy_draft,
  foreign key (agency_id, saved_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- What became of a draft, step by step; the newest says where it stands. A draft without any is being written.
create table policy_draft_step (
  agency_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  number int not null check (number > 0),
  step text not null check (step in ('asked', 'sent-back', 'withdrawn', 'approved', 'published', 'dropped')),
  revision int not null,
  -- Null when it was done by the day that had come.
  person_id uuid,
  at timestamptz not null,
  words text not null check (length(words) <= 1000),
  asked_of uuid,
  sign_again boolean,
  effective_on date,
  review_on date,
  -- The exact text that was approved, and what the approver said they had seen: the guidance's statements in figures.
  text text check (length(text) between 1 and 200000),
  seen jsonb,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draft_id, number),
  foreign key (agency_id, draft_id, revision) references policy_draft_revision (agency_id, draft_id, number),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, asked_of) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (person_id is not null or step = 'published'),
  check (step <> 'sent-back' or length(words) > 0),
  check ((step in ('asked', 'approved')) = (effective_on is not null and sign_again is not null)),
  check ((step = 'approved') = (text is not null))
);

-- Who wrote a version and who approved it. A table of its own: what the record says of earlier versions stays as it was.
create table policy_approval (
  agency_id uuid not null,
  version_id uuid not null,
  policy_id uuid not null,
  draft_id uuid not null,
  written_by uuid not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  effective_on date not null,
  -- What the text is made of, where it is made of more than words: its parts and what its blanks are filled with.
  made_of jsonb,
  entry_id uuid not null,
  primary key (agency_id, version_id),
  unique (agency_id, draft_id),
  foreign key (agency_id, version_id) references policy_version,
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, draft_id) references policy_draft,
  foreign key (agency_id, written_by) references person,
  foreign key (agency_id, approved_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (approved_by <> written_by)
);

do $$
declare t text;
begin
  foreach t in array array['policy_draft', 'policy_draft_revision', 'policy_draft_step', 'policy_approval'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- One open draft of a policy at a time. Whoever begins one waits for whoever is just beginning another.
create function policy_has_one_open_draft() returns trigger language plpgsql as $$
begin
  perform from policy p where p.agency_id = new.agency_id and p.id = new.policy_id for update;
  if exists (
    select from policy_draft d
      left join lateral (select s.step from policy_draft_step s
        where s.agency_id = d.agency_id and s.draft_id = d.id order by s.number desc limit 1) newest on true
    where d.agency_id = new.agency_id and d.policy_id = new.policy_id
      and coalesce(newest.step, '') not in ('published', 'dropped')) then
    raise exception 'policy % has an open draft already', new.policy_id using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger one_open_draft before insert on policy_draft for each row execute function policy_has_one_open_draft();

-- A revision that changed no words differs from the one before it in nothing but what was found by those who checked.
create function words_without_checks(made_of jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('blanks', made_of -> 'blanks', 'parts', coalesce(
    (select jsonb_agg(part - 'checked' order by at)
       from jsonb_array_elements(made_of -> 'parts') with ordinality as each(part, at)), '[]'::jsonb))
$$;
create function revision_says_what_it_changed() returns trigger language plpgsql as $$
begin
  if not new.wrote and not exists (
    select from policy_draft_revision r where r.agency_id = new.agency_id and r.draft_id = new.draft_id
      and r.number = new.number - 1 and words_without_checks(r.made_of) = words_without_checks(new.made_of)) then
    raise exception 'revision % of draft % changes its words and does not say so', new.number, new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger revision_words before insert on policy_draft_revision
  for each row execute function revision_says_what_it_changed();

-- Nobody approves what they wrote any of.
create function approver_wrote_none_of_it() returns trigger language plpgsql as $$
begin
  if new.step = 'approved' and exists (
    select from policy_draft_revision r where r.agency_id = new.agency_id and r.draft_id = new.draft_id
      and r.wrote and r.saved_by = new.person_id) then
    raise exception 'draft % cannot be approved by %, who wrote some of it', new.draft_id, new.person_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger second_person before insert on policy_draft_step
  for each row execute function approver_wrote_none_of_it();

create trigger asked_of_is_here before insert on policy_draft_step
  for each row execute function is_given_to_somebody_here('asked_of');

-- An approval is of the text that its version has, as the draft's own approval says it, by somebody who wrote some of it
-- and somebody who did not.
create function approval_is_of_its_draft() returns trigger language plpgsql as $$
begin
  if not exists (
    select from policy_draft d
      join policy_draft_step s on s.agency_id = d.agency_id and s.draft_id = d.id and s.step = 'approved'
      join policy_version v on v.agency_id = d.agency_id and v.policy_id = d.policy_id and v.text = s.text
      join policy_draft_revision r on r.agency_id = d.agency_id and r.draft_id = d.id and r.wrote
    where d.agency_id = new.agency_id and d.id = new.draft_id and d.policy_id = new.policy_id
      and v.id = new.version_id and s.person_id = new.approved_by and s.effective_on = new.effective_on
      and r.saved_by = new.written_by
      and s.number = (select max(l.number) from policy_draft_step l
        where l.agency_id = d.agency_id and l.draft_id = d.id and l.step <> 'published')) then
    raise exception 'version % is not what draft % was approved as', new.version_id, new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_of_draft before insert on policy_approval
  for each row execute function approval_is_of_its_draft();

-- No version is published without a second person: looked at when the transaction that publishes commits. Versions that
-- were published before this table was there stay as they are.
create function version_has_a_second_person() returns trigger language plpgsql as $$
begin
  if not exists (select from policy_approval a where a.agency_id = new.agency_id and a.version_id = new.id
      and a.policy_id = new.policy_id) then
    raise exception 'version % has no second person behind it', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger version_approved after insert on policy_version
  deferrable initially deferred for each row execute function version_has_a_second_person();
