-- How long concerns are kept (src/retention/rules.ts), what stops their erasing, and how they are erased: by two different
-- people who read them, with a reason, and by no night.

-- As in 0074-retention.sql, and besides: concerns.
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
  when 'arrival' then months between 3 and 36
  when 'concern-child' then months between 84 and 600
  when 'concern-adult' then months between 120 and 600
  when 'concern-low-level' then months between 72 and 600
  else false end);

-- What is erased of a concern goes from its columns; all of it at once, or nothing.
alter table concern
  alter column subjects drop not null, alter column recipient drop not null, alter column keys drop not null,
  alter column report drop not null, alter column commitment drop not null, alter column locator drop not null,
  alter column reporter_recipient drop not null, alter column reporter_key drop not null,
  add constraint concern_erased_whole check (num_nulls(subjects, recipient, keys, report, commitment, locator,
    reporter_recipient, reporter_key) in (0, 8));
alter table concern_piece alter column sealed drop not null;
alter table concern_link alter column person_id drop not null;
alter table concern_subject alter column person_id drop not null;
alter table concern_step add constraint concern_step_says_ground check (
  reason is not null or step not in ('erase-asked', 'erased'));

-- Whether something keeps a concern: a hold on itself, or one in its agency on somebody whom it is about, who is linked to it,
-- or who told of it. One on a child keeps what is about their parents and carers too.
create function concern_is_held(vault uuid, concern uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce((select s.step = 'held' from concern_step s where s.agency_id = vault and s.concern_id = concern
      and s.step in ('held', 'released') order by s.taken_at desc, s.id desc limit 1), false)
    or exists (
      select from agency v
      join erasing_hold h on h.agency_id = v.home_id and h.person_id is not null
      join lateral (
        select c.reported_by as person from concern c where c.agency_id = vault and c.id = concern
        union select unnest(c.subjects) from concern c where c.agency_id = vault and c.id = concern
        union select s.person_id from concern_subject s where s.agency_id = vault and s.concern_id = concern
        union select l.person_id from concern_link l where l.agency_id = vault and l.concern_id = concern
      ) touched on touched.person = h.person_id or exists (select from family_tie t
        where t.agency_id = h.agency_id and t.child_id = h.person_id and t.parent_id = touched.person)
      where v.id = vault and not exists (select from erasing_hold_step x
        where x.agency_id = h.agency_id and x.hold_id = h.id and x.step = 'lifted'));
end;
revoke execute on function concern_is_held from public;

-- Concerns that are closed and not erased, as far as whoever acts reads them: of which kind, and when their time is over. Never,
-- where it is empty: a small worry about somebody who is here still. Of a child whose birthday is not known, 18 years are
-- counted from the closing; of an adult, as if they had been 16 on the day it was closed.
create function concerns_kept(child_months integer, adult_months integer, low_months integer, which uuid[])
returns table (id uuid, kind text, closed_at timestamptz, due_at timestamptz, held boolean, held_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with closed as (
    select c.*, v.home_id, last.taken_at as closed_at,
      c.about && array['worker', 'manager', 'deputy-designated-person', 'designated-person', 'senior-manager', 'chair',
        'other-agency'] or cardinality(c.subjects) > 0 or exists (select from concern_subject s
        where s.agency_id = c.agency_id and s.concern_id = c.id and s.why = 'named') as of_adult,
      c.facts ->> 'lowLevel' = 'yes' as low
    from concern c
    join agency v on v.id = c.agency_id
    join lateral (select s.step, s.taken_at from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
      and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1) last on last.step = 'closed'
    where c.agency_id = current_agency() and c.report is not null and (which is null or c.id = any (which))
      and reads_concern(c.agency_id, c.id)
  ), dated as (
    select c.*,
      (select max(coalesce(p.born_on::timestamptz + interval '18 years', c.closed_at + interval '18 years'))
        from concern_link l join person p on p.agency_id = c.home_id and p.id = l.person_id
        where l.agency_id = c.agency_id and l.concern_id = c.id and l.part = 'child') as grown,
      adults.pension, adults.here, adults.gone
    from closed c
    cross join lateral (
      select max(coalesce(p.born_on::timestamptz + interval '68 years', c.closed_at + interval '52 years')) as pension,
        coalesce(bool_or(p.left_at is null), false) as here, max(p.left_at) as gone
      from person p where p.agency_id = c.home_id and p.id in (select unnest(c.subjects) union select s.person_id
        from concern_subject s where s.agency_id = c.agency_id and s.concern_id = c.id and s.why = 'named')
    ) adults
  )
  select d.id,
    case when d.of_adult and d.low then 'concern-low-level' when d.of_adult then 'concern-adult' else 'concern-child' end,
    d.closed_at,
    case
      when d.of_adult and d.low and d.here then null
      when d.of_adult and d.low and d.gone is not null then
        greatest(d.closed_at, d.gone) + make_interval(months => low_months)
      when d.of_adult then greatest(d.closed_at + make_interval(months => adult_months),
        coalesce(d.pension, d.closed_at + interval '52 years'),
        greatest(d.closed_at, d.grown) + make_interval(months => child_months))
      else greatest(d.closed_at, coalesce(d.grown, d.closed_at + interval '18 years')) + make_interval(months => child_months)
    end,
    concern_is_held(d.agency_id, d.id),
    (select max(s.taken_at) from concern_step s where s.agency_id = d.agency_id and s.concern_id = d.id and s.step = 'held')
  from dated d;
end;
revoke execute on function concerns_kept from public;
grant execute on function concerns_kept to lanyard_app;

-- What the acting person asked to be erased, or erased, and what is gone: when it was told, by whom it went, and on what ground.
create function concerns_erased() returns table (
  id uuid, reported_at timestamptz, erased_at timestamptz, ground text, asked_by uuid, erased_by uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.reported_at, e.taken_at, e.reason, a.taken_by, e.taken_by
    from concern_step e
    join concern c on c.agency_id = e.agency_id and c.id = e.concern_id
    join lateral (select s.taken_by from concern_step s where s.agency_id = e.agency_id and s.concern_id = e.concern_id
      and s.step = 'erase-asked' order by s.taken_at desc, s.id desc limit 1) a on true
    where e.agency_id = current_agency() and e.step = 'erased' and current_person() in (a.taken_by, e.taken_by)
    order by e.taken_at desc limit 100;
end;
revoke execute on function concerns_erased from public;
grant execute on function concerns_erased to lanyard_app;

-- A hold on a concern, and its erasing: one asks, another who reads it too looks at it and erases it. Each acts for themself, and
-- has a role in which concerns are read. Only what is closed, what no hold keeps, and what nothing was done to since it was asked.
create function keeping_takes_two() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare last_step text; last_by uuid; standing text; home uuid;
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
  select s.step, s.taken_by into last_step, last_by from concern_step s where s.agency_id = new.agency_id
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
  if new.step = 'erased' and (last_step is distinct from 'erase-asked' or last_by = new.taken_by) then
    raise exception 'a second person erases it' using errcode = 'LY098';
  end if;
  return new;
end $$;
create trigger keeping_by_two before insert on concern_step for each row execute function keeping_takes_two();

-- What repeats a concern outside its own rows: files of exports, files on their way to another organisation, documents. Each is
-- looked for by its name, as it may have come with a later migration.
create function concern_copies_go(vault uuid, concern uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if to_regclass('public.concern_export_body') is not null then
    delete from concern_export_body b using concern_export e
      where b.agency_id = vault and e.agency_id = vault and e.id = b.export_id and concern = any (e.concerns);
  end if;
  if to_regclass('public.concern_transfer_content') is not null then
    delete from concern_transfer_content x using concern_transfer t, concern_export e
      where x.agency_id = vault and t.agency_id = vault and t.id = x.transfer_id and e.agency_id = vault
        and e.id = t.export_id and concern = any (e.concerns);
  end if;
  if to_regclass('public.concern_document_waiting') is not null then
    delete from concern_document_waiting w where w.agency_id = vault and w.concern_id = concern;
    delete from concern_document_part p where p.agency_id = vault and p.concern_id = concern;
  end if;
end $$;
revoke execute on function concern_copies_go from public;

-- As in 0075-erasing-of-copies.sql for everything else. Of a concern: only once a second person has erased it, and only what no
-- hold keeps, here or in its agency.
alter function record_erase(uuid, uuid) rename to record_erase_at_home;
revoke execute on function record_erase_at_home from lanyard_app;
create function record_erase(target uuid, erasing uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  vault uuid := current_agency();
  what text;
  thing uuid;
begin
  select e.event, e.about_id into what, thing from entry e where e.agency_id = vault and e.id = target;
  if what is null or what not like 'concern.%' then
    perform record_erase_at_home(target, erasing);
    return;
  end if;
  if not exists (
    select from entry where agency_id = vault and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || home_here()::text, 0));
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || vault::text, 0));
  if concern_is_held(vault, thing) then
    raise exception 'record_erase: % is kept by a hold', target using errcode = 'LY074';
  end if;
  if not exists (select from concern_step s where s.agency_id = vault and s.concern_id = thing and s.step = 'erased'
      and s.taken_by = current_person()) then
    raise exception 'record_erase: two people erase a concern' using errcode = 'LY098';
  end if;
  update entry set salt = null, content = null where agency_id = vault and id = target;
  update concern set subjects = null, recipient = null, keys = null, report = null, commitment = null, locator = null,
      reporter_recipient = null, reporter_key = null
    where agency_id = vault and id = thing and entry_id = target;
  update concern_piece set sealed = null where agency_id = vault and concern_id = thing and entry_id = target;
  update concern_reader set key = null where agency_id = vault and concern_id = thing and entry_id = target;
  update concern_link set person_id = null where agency_id = vault and concern_id = thing and entry_id = target;
  update concern_subject set person_id = null where agency_id = vault and concern_id = thing and entry_id = target;
  delete from concern_listed l where l.agency_id = vault and l.concern_id = thing;
  perform concern_copies_go(vault, thing);
end $$;
revoke execute on function record_erase from public;
grant execute on function record_erase to lanyard_app;
