-- When somebody of the staff is away: from a day to a day, by the clocks of London, or until they say that they are back. Why
-- they are away is asked nowhere and kept nowhere.
create table away (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  -- The last day. Null: nobody knows yet.
  last_day date check (last_day >= from_day),
  set_by uuid not null,
  set_at timestamptz not null,
  -- They are back, or it was entered by mistake: from then on it does not hold.
  ended_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index away_by_person on away (agency_id, person_id) where ended_at is null;
alter table away enable row level security;
create policy away_own on away using (agency_id = current_agency());
grant select, insert, update (ended_at, entry_id) on away to lanyard_app;

-- Whoever goes away holds first themselves, so that nobody gives them a place in a conversation meanwhile, and then the
-- conversations they are in: a message on its way there is stored before, and the next is counted without them.
create function goes_away() returns trigger language plpgsql as $$
declare gone timestamptz;
begin
  select left_at into gone from person p
    where p.agency_id = new.agency_id and p.id = new.person_id and p.kind = 'staff' for no key update;
  if not found or gone is not null then
    raise exception 'away names %, who is not of the staff here', new.person_id using errcode = 'LY003';
  end if;
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id in (
    select conversation_id from participant
    where agency_id = new.agency_id and person_id = new.person_id and left_at is null)
    order by c.id for update;
  return new;
end $$;
create trigger away_holds_conversations before insert on away for each row execute function goes_away();

-- Nobody leaves a conversation while a message is on its way there, whoever takes them out.
create function leaves_conversation() returns trigger language plpgsql as $$
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for update;
  return new;
end $$;
create trigger participant_leaves_in_turn before update of left_at on participant
  for each row when (old.left_at is null and new.left_at is not null) execute function leaves_conversation();

-- An adult who is away stands beside nobody. The day is today's by the database's own clock, and the day that the message
-- says it was sent: whoever is away on either does not count.
create or replace function message_has_second_adult() returns trigger language plpgsql as $$
declare
  adults int; staff int; children int; is_in boolean;
  today date := (now() at time zone 'Europe/London')::date;
  that_day date := (new.sent_at at time zone 'Europe/London')::date;
begin
  -- A statement of its own: what is counted below is looked at once the lock is had, and not as it was before the wait.
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  select count(*) filter (where who.kind <> 'child' and not here.away),
      count(*) filter (where who.kind = 'staff' and not here.away),
      count(*) filter (where who.kind = 'child'), bool_or(p.person_id = new.author_id)
    into adults, staff, children, is_in
    from participant p join person who on who.agency_id = p.agency_id and who.id = p.person_id
    cross join lateral (select who.kind = 'staff' and exists (select from away a
      where a.agency_id = p.agency_id and a.person_id = p.person_id and a.ended_at is null
        and (today between a.from_day and coalesce(a.last_day, 'infinity')
          or that_day between a.from_day and coalesce(a.last_day, 'infinity'))) as away) here
    where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id and p.left_at is null;
  if is_in is not true then
    raise exception 'message %: its author is not in the conversation', new.id using errcode = 'LY001';
  end if;
  if children > 0 and (adults < 2 or staff < 1) then
    raise exception 'message %: a child is in the conversation and a second responsible adult is not', new.id
      using errcode = 'LY002';
  end if;
  return new;
end $$;
