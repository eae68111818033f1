-- A group of families that somebody of the staff works with: a trip, a club, a class. Its notices go to each by itself.
create table notice_group (
  agency_id uuid not null references agency,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  made_by uuid not null,
  made_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, made_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

create table notice_member (
  agency_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  child_id uuid not null,
  added_at timestamptz not null,
  until timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, group_id) references notice_group,
  foreign key (agency_id, child_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create unique index notice_member_once on notice_member (agency_id, group_id, child_id) where until is null;

-- One notice, exactly as it was written, and everybody it was for. It never changes.
create table notice (
  agency_id uuid not null references agency,
  id uuid not null,
  group_id uuid not null,
  reaches text not null check (reaches in ('parents', 'children', 'both')),
  subject text not null check (length(subject) between 1 and 120),
  body text not null check (length(body) between 1 and 4000),
  recipients uuid[] not null check (cardinality(recipients) between 1 and 10000),
  written_by uuid not null,
  -- The second adult of whatever is answered; and, where it reaches a child, of the notice itself.
  second_id uuid,
  written_at timestamptz not null,
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, written_by, draft_key),
  foreign key (agency_id, group_id) references notice_group,
  foreign key (agency_id, written_by) references person,
  foreign key (agency_id, second_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (second_id is distinct from written_by),
  -- Nobody writes to a child without a second adult.
  check (reaches = 'parents' or second_id is not null)
);
create index notice_of_group on notice (agency_id, group_id, written_at desc, id desc);

-- Each one's own copy: given to them once, when they looked, and the conversation in which they answered.
create table notice_copy (
  agency_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  given_at timestamptz,
  seen_at timestamptz,
  conversation_id uuid,
  primary key (agency_id, notice_id, person_id),
  foreign key (agency_id, notice_id) references notice,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, conversation_id) references conversation
);
create index notice_copy_of_person on notice_copy (agency_id, person_id, notice_id desc);
create index notice_copy_to_give on notice_copy (agency_id, notice_id) where given_at is null;

do $$
declare t text;
begin
  foreach t in array array['notice_group', 'notice_member', 'notice', 'notice_copy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant update (until, entry_id) on notice_member to lanyard_app;
grant update (given_at, seen_at, conversation_id) on notice_copy to lanyard_app;

create trigger whoever_acts_makes_group before insert on notice_group
  for each row execute function is_done_by_whoever_acts('made_by');
create trigger whoever_acts_writes_notice before insert on notice
  for each row execute function is_done_by_whoever_acts('written_by');
create trigger notice_second_is_here before insert on notice
  for each row execute function is_given_to_somebody_here('second_id');

-- A copy is of somebody whom its notice was for, and a notice that reaches only parents is for no child.
create function notice_copy_is_of_its_notice() returns trigger language plpgsql as $$
begin
  if not exists (select from notice n join person p on p.agency_id = n.agency_id and p.id = new.person_id
      where n.agency_id = new.agency_id and n.id = new.notice_id and new.person_id = any (n.recipients)
        and (p.kind = 'parent' and n.reaches in ('parents', 'both')
          or p.kind = 'child' and n.reaches in ('children', 'both'))) then
    raise exception 'notice % is not for %', new.notice_id, new.person_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger copy_is_of_its_notice before insert on notice_copy
  for each row execute function notice_copy_is_of_its_notice();
