-- Each message of a conversation has a number, from 1 and without a gap. It is part of what its entry commits to, so that a
-- message that is missing from an export shows, whoever made the export.
-- Messages from before have none; none without one follows one that has one.
alter table message add column number int check (number > 0);
create unique index message_by_number on message (agency_id, conversation_id, number) where number is not null;

create function message_number_follows() returns trigger language plpgsql as $$
declare last int;
begin
  select max(m.number) into last from message m
    where m.agency_id = new.agency_id and m.conversation_id = new.conversation_id and m.number is not null;
  -- One that is not committed yet is not seen here: whoever comes second is told to count again.
  if new.number is distinct from coalesce(last, 0) + 1 and not (new.number is null and last is null) then
    raise exception 'message %: its number is %, and the last one there is %', new.id, new.number, last
      using errcode = 'LY072';
  end if;
  return new;
end $$;
create trigger message_number before insert on message for each row execute function message_number_follows();
