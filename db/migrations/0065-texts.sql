-- Texts to and from families, through the organisation's own number.

-- A number as the whole world writes it, however it was typed; null for what is none. src/texts/number.ts does the same.
create function e164(typed text) returns text language sql immutable strict parallel safe as $$
  select case when whole ~ '^\+[1-9][0-9]{7,14}$' then whole end
  from (select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(typed,
      '[^0-9+]', '', 'g'), '^00', '+'), '^0', '+44'), '^44(?=[0-9]{10}$)', '+44'), '^\+440', '+44') as whole) as read
$$;
create index person_by_number on person (e164(phone)) where left_at is null and kind <> 'staff' and phone is not null;

-- Somebody asked by text for no more texts, or for texts again. The newest stands.
create table text_wish (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{7,14}$'),
  wish text not null check (wish in ('stop', 'start')),
  -- Whether texts were how they were reached until then.
  was_text boolean not null,
  at timestamptz not null,
  -- What the text is known by outside: wished once, however often it comes.
  external_id text not null check (length(external_id) between 1 and 300),
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, person_id, external_id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index text_wish_newest on text_wish (agency_id, number, at desc, id desc);

-- What was wrong on our own side when texts were handed over: the key, the template, the service. Never a number or a word
-- of anybody's.
create table text_trouble (
  agency_id uuid not null references agency,
  id uuid not null,
  at timestamptz not null,
  status int not null,
  error text not null check (length(error) between 1 and 200),
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index text_trouble_newest on text_trouble (agency_id, at desc);

do $$
declare t text;
begin
  foreach t in array array['text_wish', 'text_trouble'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;

-- A text names nobody but a number: who has it, in which agency, and in which conversation they were last texted.
create function people_of_number(wanted text)
  returns table (agency_id uuid, person_id uuid, conversation_id uuid, texted_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.agency_id, p.id, d.conversation_id, d.made_at
  from person p left join lateral (
    select d.conversation_id, d.made_at from delivery d
    where d.agency_id = p.agency_id and d.person_id = p.id and d.channel = 'text'
    order by d.made_at desc, d.id desc limit 1) d on true
  where e164(p.phone) = wanted and p.left_at is null and p.kind <> 'staff';
end;
create index delivery_of_person on delivery (agency_id, person_id, made_at desc);

-- Where a text from a number that is nobody's is looked at: the agency that texted last; else the first of those that are no board.
create function agency_of_strangers() returns uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id from agency a left join lateral (
    select max(d.made_at) as at from delivery d where d.agency_id = a.id and d.channel = 'text') last on true
  where a.kind = 'member' order by last.at desc nulls last, a.slug limit 1;
end;
revoke execute on function people_of_number, agency_of_strangers from public;
grant execute on function people_of_number, agency_of_strangers to lanyard_app;
