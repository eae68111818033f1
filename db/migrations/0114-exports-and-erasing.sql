-- An export that is asked for while something is being erased: whoever erases looked for exports before it was there (0074), and
-- what the export reads still says what is going. So it waits for them; and whoever erases after it finds it.

create or replace function export_is_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from participant p where p.agency_id = new.agency_id and p.person_id = new.asked_by
      and (p.conversation_id = new.subject_id or exists (select from participant c
        where c.agency_id = p.agency_id and c.conversation_id = p.conversation_id and c.person_id = new.subject_id))) then
    raise exception 'export %: whoever asks is in a conversation of it', new.id using errcode = 'LY073';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  return new;
end $$;
