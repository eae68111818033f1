-- Erasing a concern (0098) takes nothing that the second person has not read, and nothing comes to one that is being erased.

create or replace function keeping_takes_two() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare last_step text; last_by uuid; asked timestamptz; read_at timestamptz; standing text; home uuid;
begin
  if new.step not in ('held', 'released', 'erase-asked', 'erase-declined', 'erased') then
    return new;
  end if;
  -- A hold and an erasing at the same moment, as in 0074: a hold waits for what is being erased; what is erased after it sees it.
  if new.step = 'held' then
    perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  elsif new.step = 'erased' then
    perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || new.agency_id::text, 0));
  end if;
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  select a.home_id into home from agency a where a.id = new.agency_id;
  if new.taken_by is null or new.taken_by is distinct from current_person()
      or not reads_concern(new.agency_id, new.concern_id) then
    raise exception 'it is done by whoever acts and reads it' using errcode = 'LY098';
  end if;
  perform from role_grant r where r.agency_id = home and r.person_id = new.taken_by and r.ended_at is null
    and r.role in ('designated-person', 'deputy-designated-person', 'senior-manager') for share;
  if not found then
    raise exception 'whoever does it has none of the roles it takes' using errcode = 'LY098';
  end if;
  if new.step in ('held', 'released') then
    return new;
  end if;
  select s.step into standing from concern_step s where s.agency_id = new.agency_id and s.concern_id = new.concern_id
    and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1;
  select s.step, s.taken_by, s.taken_at into last_step, last_by, asked from concern_step s where s.agency_id = new.agency_id
    and s.concern_id = new.concern_id and s.step in ('reopened', 'held', 'erase-asked', 'erase-declined', 'erased')
    order by s.taken_at desc, s.id desc limit 1;
  if new.step = 'erase-declined' then
    if last_step is distinct from 'erase-asked' then
      raise exception 'nobody asked for it to be erased' using errcode = 'LY098';
    end if;
    return new;
  end if;
  if standing is distinct from 'closed' then
    raise exception 'what is open is not erased' using errcode = 'LY098';
  end if;
  if concern_is_held(new.agency_id, new.concern_id) then
    raise exception 'concern %: a hold keeps it', new.concern_id using errcode = 'LY074';
  end if;
  if new.step = 'erase-asked' and coalesce(last_step, '') in ('erase-asked', 'erased') then
    raise exception 'it was asked for already' using errcode = 'LY098';
  end if;
  if new.step = 'erased' then
    if last_step is distinct from 'erase-asked' or last_by = new.taken_by then
      raise exception 'a second person erases it' using errcode = 'LY098';
    end if;
    select max(s.taken_at) into read_at from concern_step s where s.agency_id = new.agency_id
      and s.concern_id = new.concern_id and s.step = 'opened' and s.taken_by = new.taken_by;
    if read_at is null or read_at < asked
        or exists (select from concern_piece p where p.agency_id = new.agency_id and p.concern_id = new.concern_id
          and p.written_at >= read_at and p.written_by is distinct from new.taken_by)
        or exists (select from concern_document d where d.agency_id = new.agency_id and d.concern_id = new.concern_id
          and d.handed_in_at >= read_at and d.handed_in_by is distinct from new.taken_by)
        or exists (select from concern_document_waiting w where w.agency_id = new.agency_id
          and w.concern_id = new.concern_id) then
      raise exception 'the second person reads all of it before it is erased' using errcode = 'LY098';
    end if;
  end if;
  return new;
end $$;

-- Whatever comes to a concern waits for whoever is erasing it, and then is not taken: nobody would read it.
create function comes_to_what_is_there() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id and report is not null for no key update;
  if not found then
    raise exception 'this concern was erased' using errcode = 'LY098';
  end if;
  return new;
end $$;
create trigger a_comes_to_what_is_there before insert on concern_piece for each row execute function comes_to_what_is_there();
create trigger a_comes_to_what_is_there before insert on concern_document for each row execute function comes_to_what_is_there();
create trigger a_comes_to_what_is_there before insert on concern_document_waiting
  for each row execute function comes_to_what_is_there();
