-- Who is in a conversation is looked up first, and each of them by name then. Where a house is new PostgreSQL has counted nothing yet,
-- and went through everybody of the agency instead, and through everybody in any conversation for each of them.
create or replace function message_has_second_adult() returns trigger language plpgsql as $$
declare
  adults int; staff int; children int; is_in boolean; agreed boolean; ended timestamptz;
  -- Today by the database's own clock, and the day that the message says it was sent: what holds must hold on both.
  days date[] := array[(now() at time zone 'Europe/London')::date, (new.sent_at at time zone 'Europe/London')::date];
begin
  -- A statement of its own: what is counted below is looked at once the lock is had, and not as it was before the wait.
  select c.ended_at into ended from conversation c
    where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  if ended is not null then
    raise exception 'message %: its conversation has ended', new.id using errcode = 'LY005';
  end if;
  select count(*) filter (where who.kind <> 'child' and not here.away),
      count(*) filter (where who.kind = 'staff' and not here.away),
      count(*) filter (where who.kind = 'child'), bool_or(p.person_id = new.author_id),
      bool_and(case when who.kind = 'child' then is_agreed(p.agency_id, p.person_id, who.way, days) end)
    into adults, staff, children, is_in, agreed
    from participant p
    cross join lateral (select w.kind, w.way from person w
      where w.agency_id = p.agency_id and w.id = p.person_id offset 0) who
    cross join lateral (select who.kind = 'staff' and exists (select from away a
      where a.agency_id = p.agency_id and a.person_id = p.person_id and a.ended_at is null
        and (days[1] between a.from_day and coalesce(a.last_day, 'infinity')
          or days[2] between a.from_day and coalesce(a.last_day, 'infinity'))) as away) here
    where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id and p.left_at is null;
  if is_in is not true then
    raise exception 'message %: its author is not in the conversation', new.id using errcode = 'LY001';
  end if;
  if children > 0 and (adults < 2 or staff < 1) then
    raise exception 'message %: a child is in the conversation and a second responsible adult is not', new.id
      using errcode = 'LY002';
  end if;
  if agreed is false then
    raise exception 'message %: nobody has agreed to contact with the child in this way, or somebody says no', new.id
      using errcode = 'LY006';
  end if;
  return new;
end $$;
