-- What else repeats what is erased: files of exports, while they can be fetched; and the reasons for which words were opened.

-- As in 0074-retention.sql, and besides: why words that are no message were opened.
create or replace function erasing_touches(agency uuid, what text, thing uuid) returns uuid[] language plpgsql stable as $$
declare
  inside uuid;
  whom uuid[] := array[]::uuid[];
begin
  case
    when what in ('message.sent', 'detail.opened') then
      select m.conversation_id into inside from message m where m.agency_id = agency and m.id = thing;
    when what in ('message.marked', 'message.looked-at') then
      select m.conversation_id into inside from message_mark k
        join message m on m.agency_id = k.agency_id and m.id = k.message_id
        where k.agency_id = agency and k.id = thing;
    when what = 'message.waits' or what like 'waiting-message.%' then
      select w.conversation_id into inside from waiting_message w where w.agency_id = agency and w.id = thing;
    when what in ('words.kept', 'kept-words.answered') then
      select k.conversation_id, array[k.author_id, k.worker_id] into inside, whom
        from kept_words k where k.agency_id = agency and k.id = thing;
    when what = 'words.opened' then
      select coalesce(k.conversation_id, a.conversation_id), array[o.person_id, k.author_id, k.worker_id, a.person_id]
        into inside, whom from words_opening o
        left join kept_words k on o.about_kind = 'kept-words' and k.agency_id = o.agency_id and k.id = o.about_id
        left join arrival a on o.about_kind = 'arrival' and a.agency_id = o.agency_id and a.id = o.about_id
        where o.agency_id = agency and o.id = thing;
    when what in ('conversation.opened', 'conversation.ended') then
      inside := thing;
    when what = 'worry.raised' then
      select w.conversation_id, array[w.raised_by] into inside, whom
        from worry w where w.agency_id = agency and w.id = thing;
    when what = 'worry.answered' then
      select w.conversation_id, array[w.raised_by, a.answered_by] into inside, whom from worry_answer a
        join worry w on w.agency_id = a.agency_id and w.id = a.worry_id where a.agency_id = agency and a.id = thing;
    when what like 'call.%' then
      select array[c.with_id, c.logged_by, c.second_id] into whom
        from phone_call c where c.agency_id = agency and c.id = thing;
    when what = 'number.opened' then
      select array[o.person_id, o.opened_by] into whom from number_opening o where o.agency_id = agency and o.id = thing;
    when what = 'approach.told' then
      select array[a.told_by, a.person_id] into whom from approach a where a.agency_id = agency and a.id = thing;
    when what = 'approach.answered' then
      select array[a.told_by, a.person_id, n.answered_by] into whom from approach_answer n
        join approach a on a.agency_id = n.agency_id and a.id = n.approach_id where n.agency_id = agency and n.id = thing;
    when what = 'personal-link.declared' then
      select array[l.declared_by, l.person_id] into whom from personal_link l where l.agency_id = agency and l.id = thing;
    when what = 'personal-link.decided' then
      select array[l.declared_by, l.person_id, d.decided_by] into whom from personal_link_decision d
        join personal_link l on l.agency_id = d.agency_id and l.id = d.link_id where d.agency_id = agency and d.id = thing;
    when what = 'notice.written' then
      select n.recipients || n.written_by || n.second_id into whom
        from notice n where n.agency_id = agency and n.id = thing;
    when what like 'arrival.%' then
      select a.conversation_id, array[a.person_id] into inside, whom
        from arrival a where a.agency_id = agency and a.id = thing;
    when what like 'work.%' then
      select array[l.staff_id, l.child_id] into whom from work_link l where l.agency_id = agency and l.id = thing;
    else
      whom := array[thing];
  end case;
  if inside is not null then
    whom := whom || inside || coalesce((select array_agg(distinct p.person_id) from participant p
      where p.agency_id = agency and p.conversation_id = inside), array[]::uuid[]);
  end if;
  return array_remove(coalesce(whom, array[]::uuid[]), null);
end $$;

-- As in 0074-retention.sql, and besides: why words that are no message were opened; and every export that may say it.
create or replace function record_erase(target uuid, erasing uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  agency uuid := current_agency();
  what text;
  thing uuid;
  hold uuid;
  touched uuid[];
begin
  if not exists (
    select from entry where agency_id = agency and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  if exists (select from entry where agency_id = agency and id = target and event = 'record.erased') then
    raise exception 'record_erase: % says that something was erased, and is itself never erased', target;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || agency::text, 0));
  select e.event, e.about_id into what, thing from entry e where e.agency_id = agency and e.id = target;
  hold := erasing_held_by(agency, what, thing);
  if hold is not null then
    raise exception 'record_erase: % is kept by the hold %', target, hold using errcode = 'LY074';
  end if;
  -- Before the rows go: whom an export is about may be found by them alone. What is being made of them comes to nothing.
  touched := erasing_touches(agency, what, thing);
  update export_progress p set state = 'gone', named = null, choices = null from export e
    where p.agency_id = agency and p.state <> 'gone' and e.agency_id = p.agency_id and e.id = p.export_id
      and (e.subject_id = any (touched) or exists (select from family_tie t where t.agency_id = e.agency_id
        and t.child_id = e.subject_id and t.parent_id = any (touched)));
  delete from export_file f using export_progress p where f.agency_id = agency and p.agency_id = f.agency_id
    and p.export_id = f.export_id and p.state = 'gone';
  update entry set salt = null, content = null where agency_id = agency and id = target;
  -- The columns that the tables' evidence calls erasable; what may not be empty says that it was erased.
  case
    when what = 'message.sent' then
      update message set body = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'message.marked' then
      update message_mark set reason = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'message.looked-at' then
      update message_look set did = null where agency_id = agency and mark_id = thing and entry_id = target;
    when what = 'detail.opened' then
      update detail_opening set reason = '(erased)'
        where agency_id = agency and message_id = thing and entry_id = target;
    when what = 'message.waits' then
      update waiting_message set body = null, reason = null where agency_id = agency and id = thing and entry_id = target;
    when what like 'waiting-message.%' then
      update waiting_step set word = case when word is not null then '(erased)' end
        where agency_id = agency and waiting_id = thing and entry_id = target;
    when what = 'words.kept' then
      update kept_words set body = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'words.opened' then
      update words_opening set reason = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'kept-words.answered' then
      null;
    when what = 'conversation.opened' then
      update conversation set subject = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'conversation.ended' then
      update conversation_end set purpose = '(erased)'
        where agency_id = agency and conversation_id = thing and entry_id = target;
    when what = 'worry.raised' then
      update worry set words = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'worry.answered' then
      update worry_answer set words = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what in ('call.logged', 'call.corrected') then
      update phone_call set about = '(erased)', agreed = null,
        own_reason = case when own_reason is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'call.answered' then
      update phone_call_answer set says = null where agency_id = agency and call_id = thing and entry_id = target;
    when what = 'number.opened' then
      update number_opening set reason = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'approach.told' then
      update approach set happened = null, platform_name = null,
        described = case when described is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'approach.answered' then
      update approach_answer set words = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'personal-link.declared' then
      update personal_link set says = null, described = case when described is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'personal-link.decided' then
      update personal_link_decision set limits = case when limits is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'notice.written' then
      update notice set subject = '(erased)', body = '(erased)'
        where agency_id = agency and id = thing and entry_id = target;
    when what like 'arrival.%' then
      update arrival set from_address = null, to_address = null
        where agency_id = agency and id = thing and entry_id = target;
      delete from arrival_words where agency_id = agency and arrival_id = thing;
    else
      update work_link set purpose = '(erased)' where agency_id = agency and entry_id = target;
      update person set name = '(erased)', email = null, phone = null, born_on = null
        where agency_id = agency and entry_id = target;
  end case;
end $$;

-- An export whose files are gone makes no more of them, whatever it had read before: it is asked for anew.
create function gone_export_stays_gone() returns trigger language plpgsql as $$
begin
  if old.state = 'gone' then
    new.state := 'gone';
    new.named := null;
    new.choices := null;
  end if;
  return new;
end $$;
create trigger export_stays_gone before update on export_progress
  for each row execute function gone_export_stays_gone();

create function gone_export_has_no_files() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  stands text;
begin
  -- Held until this is committed: whoever erases waits for it, and then finds the file.
  select p.state into stands from export_progress p
    where p.agency_id = new.agency_id and p.export_id = new.export_id for share;
  if stands = 'gone' then
    return null;
  end if;
  return new;
end $$;
create trigger export_file_of_one_that_is_there before insert on export_file
  for each row execute function gone_export_has_no_files();
