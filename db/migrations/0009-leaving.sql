-- Leaving: what was somebody's is somebody else's before they are gone, and nothing can be given to them after.

-- A person may be in a conversation more than once, one stay after another: each stay is a row, and leaving is on the
-- record with it.
alter table participant drop constraint participant_pkey;
alter table participant add primary key (agency_id, conversation_id, person_id, added_at);
create unique index participant_now on participant (agency_id, conversation_id, person_id) where left_at is null;
grant update (entry_id) on participant to lanyard_app;

-- Who is in a team and who is whose parent: each row points to the entry that recorded it, as every other row does.
alter table team_member add column entry_id uuid not null;
alter table team_member add foreign key (agency_id, entry_id) references entry deferrable initially deferred;
create unique index team_member_now on team_member (agency_id, team_id, person_id) where until is null;

alter table family_tie add column entry_id uuid;
update family_tie t set entry_id = (select e.id from entry e
  where e.agency_id = t.agency_id and e.event = 'family.tied' and e.about_id = t.child_id
    and e.leaf::json -> 'about' -> 1 ->> 'id' = t.parent_id::text
  order by e.at desc limit 1);
-- The deferred keys of the rows just changed are looked at now: a table with any still to look at cannot be altered.
set constraints all immediate;
set constraints all deferred;
alter table family_tie alter column entry_id set not null;
alter table family_tie add foreign key (agency_id, entry_id) references entry deferrable initially deferred;

-- Nothing is given to somebody who has left. The column that names the person is the trigger's argument. The person's
-- row is locked against change, so that a leaving that is under way is waited for, and then seen.
create function is_given_to_somebody_here() returns trigger language plpgsql as $$
declare who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid; gone timestamptz;
begin
  if who is null then return new; end if;
  select left_at into gone from person p where p.agency_id = new.agency_id and p.id = who for share;
  if gone is not null then
    raise exception '% names %, who has left', tg_table_name, who using errcode = 'LY003';
  end if;
  return new;
end $$;
create trigger participant_is_here before insert on participant
  for each row execute function is_given_to_somebody_here('person_id');
create trigger work_link_staff_is_here before insert on work_link
  for each row execute function is_given_to_somebody_here('staff_id');
create trigger work_link_child_is_here before insert on work_link
  for each row execute function is_given_to_somebody_here('child_id');
create trigger role_grant_is_here before insert on role_grant
  for each row execute function is_given_to_somebody_here('person_id');
create trigger team_member_is_here before insert on team_member
  for each row execute function is_given_to_somebody_here('person_id');
create trigger team_manager_is_here before insert or update of manager_id on team
  for each row execute function is_given_to_somebody_here('manager_id');
create trigger manager_is_here before insert or update of manager_id on person
  for each row execute function is_given_to_somebody_here('manager_id');

-- And nobody is gone while something is theirs: looked at when the transaction that lets them leave commits.
create function nothing_is_left_behind() returns trigger language plpgsql as $$
declare what text;
begin
  select t.what into what from (
    select 'a role' as what from role_grant r
      where r.agency_id = new.agency_id and r.person_id = new.id and r.ended_at is null
    union all select 'work with a child' from work_link l
      where l.agency_id = new.agency_id and new.id in (l.staff_id, l.child_id) and l.until is null
    union all select 'a place in a conversation' from participant c
      where c.agency_id = new.agency_id and c.person_id = new.id and c.left_at is null
    union all select 'people who answer to them' from person p
      where p.agency_id = new.agency_id and p.manager_id = new.id and p.left_at is null
    union all select 'a team' from team g where g.agency_id = new.agency_id and g.manager_id = new.id
    union all select 'a place in a team' from team_member m
      where m.agency_id = new.agency_id and m.person_id = new.id and m.until is null) t limit 1;
  if what is not null then
    raise exception 'person % cannot leave: they still have %', new.id, what using errcode = 'LY004';
  end if;
  return null;
end $$;
create constraint trigger leaves_nothing_behind after update of left_at on person
  deferrable initially deferred for each row when (new.left_at is not null)
  execute function nothing_is_left_behind();

-- What a leaver had, and to whom each part of it went: one row and one entry for each leaving.
create table handover (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  -- [{ "kind": what it was, "to": the person it went to, "things": their ids }]
  went jsonb not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index handover_by_person on handover (agency_id, person_id);
alter table handover enable row level security;
create policy handover_own on handover using (agency_id = current_agency());
grant select, insert on handover to lanyard_app;
