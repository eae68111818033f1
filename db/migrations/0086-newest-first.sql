-- Lists of conversations are in the order of what was said last, and are read a page at a time, however many there are. The
-- order stands in a table of its own: only those who write in a conversation hold its row here, so that nobody who holds the
-- conversation waits for them.

create table conversation_newest (
  agency_id uuid not null,
  conversation_id uuid not null,
  -- The id of the newest message; of the conversation itself, while nothing has been said in it. Ids sort by time.
  newest uuid not null,
  primary key (agency_id, conversation_id),
  foreign key (agency_id, conversation_id) references conversation
) with (fillfactor = 70);
create index conversation_by_newest on conversation_newest (agency_id, newest);

insert into conversation_newest (agency_id, conversation_id, newest)
select c.agency_id, c.id, coalesce((select m.id from message m
    where m.agency_id = c.agency_id and m.conversation_id = c.id order by m.id desc limit 1), c.id)
from conversation c;

alter table conversation_newest enable row level security;
create policy conversation_newest_own on conversation_newest using (agency_id = current_agency());
grant select on conversation_newest to lanyard_app;

create function conversation_is_listed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into conversation_newest (agency_id, conversation_id, newest) values (new.agency_id, new.id, new.id);
  return null;
end $$;
create trigger conversation_listed after insert on conversation for each row execute function conversation_is_listed();

create function message_comes_first() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update conversation_newest set newest = new.id
    where agency_id = new.agency_id and conversation_id = new.conversation_id and newest < new.id;
  return null;
end $$;
create trigger message_first after insert on message for each row execute function message_comes_first();

-- The lowest id that may have been made at a time, and the lowest there is for no time: what was said since is looked for by the
-- ids above it. By cases and not by coalesce, which row-level security would keep from an index.
create function first_id_at(at timestamptz) returns uuid
language sql immutable parallel safe
return case when at is null then '00000000-0000-0000-0000-000000000000'::uuid
  else (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid end;

-- Whose conversations a list is narrowed to is chosen by name.
create index staff_by_name on person (agency_id, name, id) where kind = 'staff' and left_at is null;
