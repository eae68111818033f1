-- A notice reaches each family in its own way, within the hours of contact, and a child only over a way that is agreed to.
-- why_not: it was not given, and is given no more. claimed_at: a letter or text that says so is being handed over; it is claimed
-- once, before it is handed over, so that no crash sends it twice. handed_at: it was taken.
alter table notice_copy add column why_not text check (why_not in ('not-agreed', 'left'));
alter table notice_copy add column claimed_at timestamptz;
alter table notice_copy add column handed_at timestamptz;
alter table notice_copy add constraint notice_copy_given_or_not check (given_at is null or why_not is null);
alter table notice_copy add constraint notice_copy_handed_when_claimed
  check ((claimed_at is null or given_at is not null) and (handed_at is null or claimed_at is not null));
grant update (why_not, claimed_at, handed_at) on notice_copy to lanyard_app;
drop index notice_copy_to_give;
create index notice_copy_to_give on notice_copy (agency_id, notice_id, person_id) where given_at is null and why_not is null;

-- Whoever is reached by nothing that is agreed to is given nothing, and told of nothing.
create function notice_copy_is_agreed() returns trigger language plpgsql as $$
declare kind text; way text; agreed boolean;
begin
  select p.kind, p.way into kind, way from person p
    where p.agency_id = new.agency_id and p.id = new.person_id for key share;
  if kind = 'child' then
    select is_agreed(new.agency_id, new.person_id, way, array[(now() at time zone 'Europe/London')::date]) into agreed;
    if agreed is not true then
      raise exception 'notice %: nobody has agreed to contact with % in this way', new.notice_id, new.person_id
        using errcode = 'LY006';
    end if;
  end if;
  return new;
end $$;
create trigger notice_copy_agreed before update on notice_copy
  for each row when (new.given_at is not null and old.given_at is null
    or new.claimed_at is not null and old.claimed_at is null) execute function notice_copy_is_agreed();

-- A group passes to somebody else when whoever made it leaves: nobody is gone while one is theirs.
grant update (made_by, entry_id) on notice_group to lanyard_app;
create trigger notice_group_holder_is_here before update of made_by on notice_group
  for each row execute function is_given_to_somebody_here('made_by');
create function no_group_is_left_behind() returns trigger language plpgsql as $$
begin
  if exists (select from notice_group g where g.agency_id = new.agency_id and g.made_by = new.id) then
    raise exception 'person % cannot leave: a group of families is theirs', new.id using errcode = 'LY004';
  end if;
  return null;
end $$;
create constraint trigger leaves_no_group_behind after update of left_at on person
  deferrable initially deferred for each row when (new.left_at is not null)
  execute function no_group_is_left_behind();
