-- Lawful erasure. Where the law requires that content goes, an entry record.erased says so first; then the content and
-- salt of the entry go, and with them what the row beside it says. The leaf stays. What the record.erased entry itself
-- says is never erased: it is how anyone can see that nothing was removed quietly.

-- Replaces the first one, which emptied the entry alone and left the row to others.
create or replace function record_erase(target uuid, erasing uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from entry where agency_id = current_agency() and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  if exists (select from entry where agency_id = current_agency() and id = target and event = 'record.erased') then
    raise exception 'record_erase: % says that something was erased, and is itself never erased', target;
  end if;
  update entry set salt = null, content = null where agency_id = current_agency() and id = target;
  -- The columns that the tables' evidence calls erasable; what may not be empty says that it was erased.
  update message set body = null where agency_id = current_agency() and entry_id = target;
  update conversation set subject = '(erased)' where agency_id = current_agency() and entry_id = target;
  update work_link set purpose = '(erased)' where agency_id = current_agency() and entry_id = target;
  update person set name = '(erased)', email = null, phone = null, born_on = null
    where agency_id = current_agency() and entry_id = target;
end $$;
