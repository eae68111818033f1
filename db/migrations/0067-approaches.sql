-- That a child, a young person or a parent tried to reach a member of the staff on a personal account, or is connected to
-- them there. Told by whom it happened to, in their own name, and never changed.
create table approach (
  agency_id uuid not null references agency,
  id uuid not null,
  told_by uuid not null,
  -- Who it was: somebody on file, or somebody described.
  person_id uuid,
  described text check (length(described) between 1 and 200),
  situation text not null check (situation in ('child', 'parent', 'connected', 'past')),
  how text not null check (length(how) between 1 and 40),
  platform text not null check (length(platform) between 1 and 40),
  platform_name text check (length(platform_name) between 1 and 80),
  happened text check (length(happened) between 1 and 2000),
  did text not null check (length(did) between 1 and 40),
  told_at timestamptz not null,
  -- Made once by the page: pressed twice, told once.
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, told_by, draft_key),
  foreign key (agency_id, told_by) references person,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (num_nonnulls(person_id, described) = 1)
);
create index approach_by_time on approach (agency_id, told_at desc, id desc);
create index approach_of_person on approach (agency_id, person_id);

-- Words back, by somebody who answers for whoever told, or for safeguarding.
create table approach_answer (
  agency_id uuid not null,
  id uuid not null,
  approach_id uuid not null,
  answered_by uuid not null,
  words text not null check (length(words) between 1 and 2000),
  answered_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, approach_id) references approach,
  foreign key (agency_id, answered_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index approach_answer_of on approach_answer (agency_id, approach_id);

-- What a member of the staff says of a tie of their own to somebody the organisation works with.
create table personal_link (
  agency_id uuid not null references agency,
  id uuid not null,
  declared_by uuid not null,
  person_id uuid,
  described text check (length(described) between 1 and 200),
  relation text not null check (length(relation) between 1 and 40),
  platform text check (length(platform) between 1 and 40),
  says text check (length(says) between 1 and 1000),
  declared_at timestamptz not null,
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, declared_by, draft_key),
  foreign key (agency_id, declared_by) references person,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (num_nonnulls(person_id, described) = 1)
);

-- What a manager decided of it. The newest stands, until it is to be looked at again.
create table personal_link_decision (
  agency_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  decision text not null check (decision in ('no-contact', 'within-limits', 'ends')),
  -- What is allowed, and what is not.
  limits text check (length(limits) between 1 and 1000),
  ends_on date,
  review_on date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, link_id) references personal_link,
  foreign key (agency_id, decided_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((decision = 'within-limits') = (limits is not null)),
  check ((decision = 'ends') = (ends_on is not null)),
  check (review_on > (decided_at at time zone 'Europe/London')::date),
  check (review_on <= (decided_at at time zone 'Europe/London')::date + 366)
);
create index personal_link_decision_newest on personal_link_decision (agency_id, link_id, decided_at desc, id desc);

-- It is no longer so: as whoever declared it says, or because they have left.
create table personal_link_end (
  agency_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  ended_by uuid,
  because text not null check (because in ('no-longer', 'left')),
  ended_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, link_id),
  foreign key (agency_id, link_id) references personal_link,
  foreign key (agency_id, ended_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((because = 'left') = (ended_by is null))
);

do $$
declare t text;
begin
  foreach t in array array['approach', 'approach_answer', 'personal_link', 'personal_link_decision',
      'personal_link_end'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

create trigger whoever_acts_tells before insert on approach
  for each row execute function is_done_by_whoever_acts('told_by');
create trigger whoever_acts_answers before insert on approach_answer
  for each row execute function is_done_by_whoever_acts('answered_by');
create trigger whoever_acts_declares before insert on personal_link
  for each row execute function is_done_by_whoever_acts('declared_by');
create trigger whoever_acts_decides before insert on personal_link_decision
  for each row execute function is_done_by_whoever_acts('decided_by');
create trigger whoever_acts_ends before insert on personal_link_end
  for each row execute function is_done_by_whoever_acts('ended_by');

-- Nobody answers themselves, and nobody decides on a tie of their own.
create function is_answered_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from approach a where a.agency_id = new.agency_id and a.id = new.approach_id
      and a.told_by = new.answered_by) then
    raise exception 'an approach is answered by another than told of it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answer_is_anothers before insert on approach_answer
  for each row execute function is_answered_by_another();
create function is_decided_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from personal_link l where l.agency_id = new.agency_id and l.id = new.link_id
      and l.declared_by = new.decided_by) then
    raise exception 'a personal link is decided on by another than declared it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decision_is_anothers before insert on personal_link_decision
  for each row execute function is_decided_by_another();
