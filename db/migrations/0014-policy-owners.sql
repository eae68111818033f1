-- Who owns a policy and on which day it is to be reviewed next. Each row holds from when it was set until the next one:
-- the newest stands, and those before it say who was to look after the policy when.
create table policy_owner (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  owner_id uuid not null,
  review_on date not null,
  reason text not null check (reason in ('set', 'reviewed', 'published', 'handed-over')),
  remark text not null check (length(remark) <= 1000),
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, owner_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  -- Whoever says that nothing needs to change says what they looked at.
  check (reason <> 'reviewed' or length(remark) > 0)
);
create index policy_owner_newest on policy_owner (agency_id, policy_id, set_at desc, id desc);

alter table policy_owner enable row level security;
create policy policy_owner_own on policy_owner using (agency_id = current_agency());
grant select, insert on policy_owner to lanyard_app;

-- It was never filled: the table above is where an owner stands.
alter table policy drop column owner_id;

create trigger policy_owner_is_here before insert on policy_owner
  for each row execute function is_given_to_somebody_here('owner_id');

-- As 0009 has it, with the policies that somebody owns.
create or replace function nothing_is_left_behind() returns trigger language plpgsql as $$
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
      where m.agency_id = new.agency_id and m.person_id = new.id and m.until is null
    union all select 'a policy' from policy l
      cross join lateral (select o.owner_id from policy_owner o
        where o.agency_id = l.agency_id and o.policy_id = l.id order by o.set_at desc, o.id desc limit 1) newest
      where l.agency_id = new.agency_id and newest.owner_id = new.id) t limit 1;
  if what is not null then
    raise exception 'person % cannot leave: they still have %', new.id, what using errcode = 'LY004';
  end if;
  return null;
end $$;
