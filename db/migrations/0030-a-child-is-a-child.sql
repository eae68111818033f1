-- Who is a child, and who is staff, is what is entered of the person. The part that somebody was given in a conversation
-- says what they are there for; the second-adult invariant does not rest on it.
create or replace function message_has_second_adult() returns trigger language plpgsql as $$
declare adults int; staff int; children int; is_in boolean;
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  select count(*) filter (where who.kind <> 'child'), count(*) filter (where who.kind = 'staff'),
      count(*) filter (where who.kind = 'child'), bool_or(p.person_id = new.author_id)
    into adults, staff, children, is_in
    from participant p join person who on who.agency_id = p.agency_id and who.id = p.person_id
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

-- A board sees its member agencies. What an agency says of itself, such as the number its people may give to a child, it
-- alone changes.
drop policy agency_own on agency;
create policy agency_seen on agency for select using (id = current_agency() or board_id = current_agency());
create policy agency_changed on agency for update using (id = current_agency());
