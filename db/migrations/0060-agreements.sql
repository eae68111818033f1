-- Whom the guidance protects as it protects a child, and is grown up: an adult who may be at risk. Their kind is child, so that
-- everything that holds for a child holds for them; this says which words are used, and that they agree for themselves. The
-- newest row stands.
create table adult_at_risk (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  at_risk boolean not null,
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index adult_at_risk_newest on adult_at_risk (agency_id, person_id, set_at desc, id desc);

create function is_adult_at_risk(agency uuid, person uuid) returns boolean language plpgsql stable as $$
begin
  return coalesce((select r.at_risk from adult_at_risk r where r.agency_id = agency and r.person_id = person
    order by r.set_at desc, r.id desc limit 1), false);
end $$;

-- From which age a young person may agree for themselves: the organisation's, within these limits. The newest row stands;
-- where there is none it is 16.
create table agreement_age (
  agency_id uuid not null references agency,
  id uuid not null,
  age int not null check (age between 13 and 18),
  reason text not null check (length(reason) between 1 and 1000),
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

create function agreement_age_of(agency uuid) returns int language sql stable as $$
  select coalesce((select a.age from agreement_age a where a.agency_id = agency order by a.set_at desc, a.id desc limit 1), 16)
$$;

-- A worker asks a child's parents for their agreement.
create table agreement_ask (
  agency_id uuid not null references agency,
  id uuid not null,
  child_id uuid not null,
  channels text[] not null check (cardinality(channels) > 0 and channels <@ array['web', 'email', 'text', 'call']),
  asked_by uuid not null,
  asked_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, child_id) references person,
  foreign key (agency_id, asked_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index agreement_ask_newest on agreement_ask (agency_id, child_id, asked_at desc);

-- What somebody said about contact with a child over one channel: yes until a day, or no. The newest of each person stands.
create table agreement (
  agency_id uuid not null references agency,
  id uuid not null,
  child_id uuid not null,
  channel text not null check (channel in ('web', 'email', 'text', 'call')),
  -- `none` takes one's own no back, and says no yes.
  answer text not null check (answer in ('yes', 'no', 'none')),
  -- A parent or carer of theirs; or the child themselves.
  given_by uuid not null,
  given_on date not null,
  -- The last day of a yes.
  last_day date,
  -- The member of staff who entered it from paper or from what was said to them; null when it was given on the page.
  entered_by uuid,
  how text not null check (how in ('page', 'paper', 'said')),
  at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, child_id) references person,
  foreign key (agency_id, given_by) references person,
  foreign key (agency_id, entered_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((answer = 'yes') = (last_day is not null)),
  check ((how = 'page') = (entered_by is null)),
  check (last_day between given_on and given_on + 731)
);
create index agreement_newest on agreement (agency_id, child_id, channel, given_by, at desc, id desc);

-- Organisations that were here before agreements were: what was open stays open until this day, so that they can ask first. A no
-- closes at once all the same.
create table agreement_grace (
  agency_id uuid primary key references agency,
  until date not null
);
insert into agreement_grace select id, current_date + 28 from agency;

do $$
declare t text;
begin
  foreach t in array array['adult_at_risk', 'agreement_age', 'agreement_ask', 'agreement', 'agreement_grace'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
  end loop;
end $$;
grant select, insert on adult_at_risk, agreement_age, agreement_ask, agreement to lanyard_app;
grant select on agreement_grace to lanyard_app;

-- Who may say yes: a parent or carer of the child; or the child who is old enough, or is an adult. Anybody of these may say no,
-- a child of any age too. Then the child's conversations are held: a message on its way there is stored before, and the next
-- is looked at with what was said. Nobody's words go before what they said already.
create function agreement_is_theirs_to_give() returns trigger language plpgsql as $$
declare born date; newest timestamptz;
begin
  select p.born_on into born from person p where p.agency_id = new.agency_id and p.id = new.child_id
    and p.kind = 'child' for no key update;
  if not found then
    raise exception 'agreement % is about nobody who is asked for it', new.id using errcode = 'LY060';
  end if;
  if new.given_by = new.child_id then
    if new.answer = 'yes' and not is_adult_at_risk(new.agency_id, new.child_id)
        and coalesce(born + make_interval(years => agreement_age_of(new.agency_id)) > new.given_on, true) then
      raise exception 'agreement %: % is too young to agree for themselves', new.id, new.child_id using errcode = 'LY060';
    end if;
  elsif not exists (select from family_tie t where t.agency_id = new.agency_id and t.child_id = new.child_id
      and t.parent_id = new.given_by and t.until is null) then
    raise exception 'agreement %: % is no parent or carer of %', new.id, new.given_by, new.child_id using errcode = 'LY060';
  end if;
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id in (
    select conversation_id from participant
    where agency_id = new.agency_id and person_id = new.child_id and left_at is null)
    order by c.id for update;
  select max(a.at) into newest from agreement a where a.agency_id = new.agency_id and a.child_id = new.child_id
    and a.channel = new.channel and a.given_by = new.given_by;
  if newest >= new.at then
    raise exception 'agreement %: something newer was said', new.id using errcode = 'LY059';
  end if;
  return new;
end $$;
create trigger agreement_is_theirs before insert on agreement
  for each row execute function agreement_is_theirs_to_give();

-- Whether a child may be written to, and may write, over a channel on a day: somebody said yes and it has not ended, and nobody's
-- newest word is no. Of an adult, only what they say themselves counts.
create function is_agreed(agency uuid, child uuid, over text, days date[]) returns boolean language plpgsql stable as $$
declare grown boolean := is_adult_at_risk(agency, child);
begin
  return (select case when count(*) = 0
      then exists (select from agreement_grace g where g.agency_id = agency and g.until >= all (days))
      else bool_and(said.answer = 'yes')
        and bool_or(said.last_day >= all (days) and said.given_on <= any (days)) end
  from (select distinct on (a.given_by) a.answer, a.last_day, a.given_on from agreement a
    where a.agency_id = agency and a.child_id = child and a.channel = over
      and (not grown or a.given_by = child)
    order by a.given_by, a.at desc, a.id desc) said
    where said.answer <> 'none');
end $$;

-- How a child is reached is how they are written to and how they answer: person.way, of 0061-channels.sql.
create or replace function message_has_second_adult() returns trigger language plpgsql as $$
declare
  adults int; staff int; children int; is_in boolean; agreed boolean; ended timestamptz;
  -- Today by the database's own clock, and the day that the message says it was sent: what holds must hold on both.
  days date[] := array[(now() at time zone 'Europe/London')::date, (new.sent_at at time zone 'Europe/London')::date];
begin
  -- A statement of its own: what is counted below is looked at once the lock is had, and not as it was before the wait.
  select c.ended_at into ended from conversation c
    where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  if ended is not null then
    raise exception 'message %: its conversation has ended', new.id using errcode = 'LY005';
  end if;
  select count(*) filter (where who.kind <> 'child' and not here.away),
      count(*) filter (where who.kind = 'staff' and not here.away),
      count(*) filter (where who.kind = 'child'), bool_or(p.person_id = new.author_id),
      bool_and(case when who.kind = 'child' then is_agreed(p.agency_id, p.person_id, who.way, days) end)
    into adults, staff, children, is_in, agreed
    from participant p join person who on who.agency_id = p.agency_id and who.id = p.person_id
    cross join lateral (select who.kind = 'staff' and exists (select from away a
      where a.agency_id = p.agency_id and a.person_id = p.person_id and a.ended_at is null
        and (days[1] between a.from_day and coalesce(a.last_day, 'infinity')
          or days[2] between a.from_day and coalesce(a.last_day, 'infinity'))) as away) here
    where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id and p.left_at is null;
  if is_in is not true then
    raise exception 'message %: its author is not in the conversation', new.id using errcode = 'LY001';
  end if;
  if children > 0 and (adults < 2 or staff < 1) then
    raise exception 'message %: a child is in the conversation and a second responsible adult is not', new.id
      using errcode = 'LY002';
  end if;
  if agreed is false then
    raise exception 'message %: nobody has agreed to contact with the child in this way, or somebody says no', new.id
      using errcode = 'LY006';
  end if;
  return new;
end $$;
