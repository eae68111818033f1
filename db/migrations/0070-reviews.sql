-- Sampled review: every week a share of what was said is drawn by the record's own signed checkpoint, and looked at.

-- How large a share, in per cent: the newest row of an agency stands.
create table review_share (
  agency_id uuid not null references agency,
  id uuid not null,
  percent int not null check (percent between 5 and 100),
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- One draw a week, with what anybody needs to draw it again: the checkpoint's size and root, and the share.
create table review_draw (
  agency_id uuid not null references agency,
  id uuid not null,
  -- The Monday of the week that is reviewed.
  week date not null check (extract(isodow from week) = 1),
  size bigint not null check (size > 0),
  root text not null check (length(root) = 44),
  percent int not null check (percent between 5 and 100),
  spoken int not null check (spoken >= 0),
  drawn_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, week),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- A conversation that was drawn, who reviews it, and what they found. Without a reviewer: everybody who could is in it.
create table review (
  agency_id uuid not null references agency,
  id uuid not null,
  draw_id uuid not null,
  conversation_id uuid not null,
  worker_id uuid not null,
  reviewer_id uuid,
  opened_at timestamptz not null,
  finding text check (finding in ('good-practice', 'word-needed', 'concern')),
  words text check (length(words) between 1 and 2000),
  found_at timestamptz,
  taken_up_by uuid,
  taken_up_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, draw_id, conversation_id),
  foreign key (agency_id, draw_id) references review_draw,
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, worker_id) references person,
  foreign key (agency_id, reviewer_id) references person,
  foreign key (agency_id, taken_up_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((finding is null) = (found_at is null)),
  check (finding is null or reviewer_id is not null),
  check (finding = 'good-practice' or finding is null or words is not null),
  check ((taken_up_by is null) = (taken_up_at is null)),
  check (taken_up_by is null or finding = 'concern')
);
create index review_by_reviewer on review (agency_id, reviewer_id) where finding is null;
create index review_by_worker on review (agency_id, worker_id, found_at desc);
create index review_by_draw on review (agency_id, draw_id);

do $$
declare t text;
begin
  foreach t in array array['review_share', 'review_draw', 'review'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant update (reviewer_id, finding, words, found_at, taken_up_by, taken_up_at, entry_id) on review to lanyard_app;

-- Nobody reviews what they are in themselves, and a finding that was signed stays as it was signed.
create function review_is_by_another() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.finding is not null
      and (new.finding, new.words, new.found_at, new.reviewer_id)
        is distinct from (old.finding, old.words, old.found_at, old.reviewer_id) then
    raise exception 'review %: its finding is signed', new.id using errcode = 'LY070';
  end if;
  if new.finding is null and new.reviewer_id is not null and exists (select from participant p
      where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id
        and p.person_id = new.reviewer_id) then
    raise exception 'review %: its reviewer is in the conversation', new.id using errcode = 'LY070';
  end if;
  return new;
end $$;
create trigger review_by_another before insert or update on review
  for each row execute function review_is_by_another();
create trigger review_reviewer_is_here before insert or update of reviewer_id on review
  for each row execute function is_given_to_somebody_here('reviewer_id');

-- Nobody is gone while a review is theirs to do.
create function no_review_is_left_behind() returns trigger language plpgsql as $$
begin
  if exists (select from review r
      where r.agency_id = new.agency_id and r.reviewer_id = new.id and r.finding is null) then
    raise exception 'person % cannot leave: a review is theirs to do', new.id using errcode = 'LY004';
  end if;
  return null;
end $$;
create constraint trigger leaves_no_review_behind after update of left_at on person
  deferrable initially deferred for each row when (new.left_at is not null)
  execute function no_review_is_left_behind();
