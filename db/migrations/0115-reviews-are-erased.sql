-- What reviewers wrote is kept for a time, and then erased as everything else is (0074): by night, or by hand, and never while a
-- hold keeps it. What was found, of which conversation, by whom and when stays.

alter table retention_rule drop constraint retention_rule_within;
alter table retention_rule add constraint retention_rule_within check (case kind
  when 'message' then months between 12 and 300
  when 'conversation' then months between 12 and 300
  when 'waiting-message' then months between 3 and 60
  when 'kept-words' then months between 12 and 300
  when 'worry' then months between 84 and 600
  when 'call' then months between 12 and 300
  when 'number-opening' then months between 6 and 60
  when 'approach' then months between 84 and 600
  when 'personal-link' then months between 12 and 300
  when 'notice' then months between 6 and 120
  when 'review' then months between 12 and 300
  when 'review-concern' then months between 84 and 600
  when 'arrival' then months between 3 and 36
  when 'concern-child' then months between 84 and 600
  when 'concern-adult' then months between 120 and 600
  when 'concern-low-level' then months between 72 and 600
  else false
end);

-- A finding is signed once. Its words alone go, and only with the entry that says them.
CREATE OR REPLACE FUNCTION review_is_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.finding is not null
      and (new.finding, new.words, new.found_at, new.reviewer_id)
        is distinct from (old.finding, old.words, old.found_at, old.reviewer_id)
      and not (new.words = '(erased)' and (new.finding, new.found_at, new.reviewer_id, new.entry_id)
          is not distinct from (old.finding, old.found_at, old.reviewer_id, old.entry_id)
        and exists (select from entry e where e.agency_id = new.agency_id and e.id = new.entry_id and e.content is null)) then
    raise exception 'review %: its finding is signed', new.id using errcode = 'LY070';
  end if;
  if new.finding is null and new.reviewer_id is not null and exists (select from participant p
      where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id
        and p.person_id = new.reviewer_id) then
    raise exception 'review %: its reviewer is in the conversation', new.id using errcode = 'LY070';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION erasing_touches(agency uuid, what text, thing uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
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
    when what like 'review.%' then
      select r.conversation_id, array[r.worker_id, r.reviewer_id] into inside, whom
        from review r where r.agency_id = agency and r.id = thing;
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
end $function$
;

CREATE OR REPLACE FUNCTION record_erase_at_home(target uuid, erasing uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
    when what like 'review.%' then
      update review set words = case when words is not null then '(erased)' end
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
end $function$
;
