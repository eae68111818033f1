-- Nothing about a concern goes quiet: what is late is counted for the board whatever it is; closing ends nothing that must be
-- told outside; a file that nobody answers comes to the next; and whoever would have got a text sees that none goes out.

-- As in 0092-late-concerns.sql, of everything that is owed about a concern (src/concerns/casework/lateness.ts says to whom it has
-- come by then), and of files that came from elsewhere. A number alone; never counted is one that may be about whoever looks.
create or replace function late_concerns(member uuid, at timestamptz) returns integer
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with waits (kind, long) as (
    values ('look-at-concern', interval '12 hours'), ('tell-lado', interval '1 day'), ('answer-reporter', interval '3 days'),
      ('do-concern-action', interval '7 days'), ('review-concern', interval '7 days'), ('answer-file', interval '3 days')
  ), late as (
    select d.agency_id, d.kind, d.about_id
      from agency home
      join agency vault on vault.home_id = home.id
      join duty d on d.agency_id = vault.id and d.closed_at is null
      join waits w on w.kind = d.kind and d.due_at < at - w.long
      where home.id = member and home.board_id = current_agency() and home.kind = 'member'
  )
  select (
    (select count(distinct c.id) from late l
      left join concern_action a on a.agency_id = l.agency_id and a.id = l.about_id and l.kind = 'do-concern-action'
      join concern c on c.agency_id = l.agency_id and c.id = coalesce(a.concern_id, l.about_id)
      where not 'chair' = any (c.about)
        and not exists (select from person me join person other on other.login_id = me.login_id
          where me.agency_id = current_agency() and me.id = current_person()
            and (other.id = any (c.subjects) or is_subject(c.agency_id, c.id, other.id))))
    + (select count(distinct l.about_id) from late l where l.kind = 'answer-file')
  )::integer;
end;

-- Whether a concern is about an adult who works with children, as far as was said of it: of one it was said whose doing it is; or
-- it is what somebody who works with children did, or an adult was named, and nobody knows yet who that is.
create function is_of_adult(about text[], what text[], facts jsonb) returns boolean
language sql immutable set search_path = public, pg_temp
begin atomic
  select about && array['worker', 'manager', 'deputy-designated-person', 'designated-person', 'senior-manager', 'chair',
    'other-agency'] or 'unknown' = any (about) and ('conduct' = any (what) or coalesce(facts ->> 'adult' = 'yes', false));
end;
revoke execute on function is_of_adult from public;
grant execute on function is_of_adult to lanyard_app;

-- As in 0089-casework.sql, and besides: nothing is closed while somebody owes it to tell the officer outside, or to keep why
-- not; and whoever closes it as the second has opened it since they were asked.
create or replace function closing_takes_two() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare of_adult boolean; last_step text; last_by uuid; asked timestamptz;
begin
  if new.step not in ('close-asked', 'closed', 'reopened') then
    return new;
  end if;
  select is_of_adult(about, what, facts) or cardinality(subjects) > 0 or exists (select from concern_subject s
      where s.agency_id = c.agency_id and s.concern_id = c.id)
    into of_adult from concern c where agency_id = new.agency_id and id = new.concern_id for no key update;
  select step, taken_by, taken_at into last_step, last_by, asked from concern_step
    where agency_id = new.agency_id and concern_id = new.concern_id and step in ('close-asked', 'closed', 'reopened')
    order by taken_at desc, id desc limit 1;
  -- What is closed is opened again, or asked for to be kept open; and nothing else is.
  if coalesce(last_step, 'reopened') = (case when new.step = 'reopened' then 'reopened' else 'closed' end) then
    raise exception 'it stands otherwise' using errcode = 'LY089';
  end if;
  if new.step <> 'reopened' and exists (select from duty d where d.agency_id = new.agency_id and d.kind = 'tell-lado'
      and d.about_id = new.concern_id and d.closed_at is null) then
    raise exception 'whether the officer outside is told is not decided' using errcode = 'LY089';
  end if;
  if new.step = 'closed' and of_adult then
    if last_step is distinct from 'close-asked' or new.taken_by is null or last_by is null or last_by = new.taken_by then
      raise exception 'a second person closes it' using errcode = 'LY089';
    end if;
    if not exists (select from concern_step s where s.agency_id = new.agency_id and s.concern_id = new.concern_id
        and s.step = 'opened' and s.taken_by = new.taken_by and s.taken_at >= asked) then
      raise exception 'a second person reads it before they close it' using errcode = 'LY089';
    end if;
  end if;
  return new;
end $$;

-- As in 0098-keeping-concerns.sql; what is about an adult by is_of_adult.
create or replace function concerns_kept(child_months integer, adult_months integer, low_months integer, which uuid[])
returns table (id uuid, kind text, closed_at timestamptz, due_at timestamptz, held boolean, held_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with closed as (
    select c.*, v.home_id, last.taken_at as closed_at,
      is_of_adult(c.about, c.what, c.facts) or cardinality(c.subjects) > 0 or exists (select from concern_subject s
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

-- A file that came from another organisation opens to everybody within reach; `readers` answer it first. Of what came before
-- this, nobody else is in reach.
alter table concern_transfer_content add column within_reach uuid[] check (cardinality(within_reach) between 1 and 300);
alter table concern_file add column within_reach uuid[] check (cardinality(within_reach) between 1 and 300);

-- To whom it came since, as nobody answered it in time.
create table concern_file_reader (
  agency_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, file_id, person_id),
  foreign key (agency_id, file_id) references concern_file,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
alter table concern_file_reader enable row level security;
grant select, insert on concern_file_reader to lanyard_app;
create policy concern_file_reader_read on concern_file_reader for select using (
  agency_id = current_agency() and (current_person() is null or current_person() = person_id));
create policy concern_file_reader_made on concern_file_reader for insert with check (
  agency_id = current_agency() and current_person() is null and exists (select from concern_file f
    where f.agency_id = concern_file_reader.agency_id and f.id = file_id and person_id = any (f.within_reach)));
drop policy concern_file_read on concern_file;
create policy concern_file_read on concern_file for select using (
  agency_id = current_agency() and (current_person() is null or current_person() = any (readers)
    or exists (select from concern_file_reader r where r.agency_id = concern_file.agency_id and r.file_id = concern_file.id
      and r.person_id = current_person())));

-- To whom of another organisation of the same board a file may go, and in which order it comes to them: those who have a key.
drop function who_is_sent_files();
create function who_is_sent_files() returns table (
  agency_id uuid, agency_name text, person_id uuid, name text, recipient text, turn integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.name, p.id, p.name, k.recipient,
      min(case g.role when 'designated-person' then 1 when 'deputy-designated-person' then 2 else 3 end)
    from agency me
    join agency a on a.board_id = me.board_id and a.kind = 'member' and a.id <> me.id
    join person p on p.agency_id = a.id and p.kind = 'staff' and p.left_at is null
    join role_grant g on g.agency_id = a.id and g.person_id = p.id and g.ended_at is null
      and g.role in ('designated-person', 'deputy-designated-person', 'senior-manager')
    join sealing_key k on k.agency_id = a.id and k.person_id = p.id and k.ended_at is null
    where me.id = current_agency() and me.kind = 'member'
    group by a.id, a.name, p.id, p.name, k.recipient;
end;
revoke execute on function who_is_sent_files from public;
grant execute on function who_is_sent_files to lanyard_app;

-- As mail_stopped (0103): that texts cannot be handed over, and since when.
create table texts_stopped (
  one boolean primary key default true check (one),
  since timestamptz not null,
  why text not null check (why in ('unreachable', 'refused'))
);
grant select, insert, update, delete on texts_stopped to lanyard_app;
