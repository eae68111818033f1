-- Whoever asks for everything about somebody was in none of it: in no conversation, and in no call with them. As 0114 has it, with calls.
create or replace function export_is_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from participant p where p.agency_id = new.agency_id and p.person_id = new.asked_by
      and (p.conversation_id = new.subject_id or exists (select from participant c
        where c.agency_id = p.agency_id and c.conversation_id = p.conversation_id and c.person_id = new.subject_id)))
    or exists (select from phone_call c where c.agency_id = new.agency_id and c.with_id = new.subject_id
      and new.asked_by in (c.logged_by, c.second_id)) then
    raise exception 'export %: whoever asks is in a conversation or a call of it', new.id using errcode = 'LY073';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  return new;
end $$;
