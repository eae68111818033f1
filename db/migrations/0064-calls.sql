-- Telephone calls with families, as somebody of the staff wrote them down. A correction is a new call that names the old.
create table phone_call (
  agency_id uuid not null references agency,
  id uuid not null,
  logged_by uuid not null,
  logged_at timestamptz not null,
  -- Who was at the other end: a child, a parent or a carer.
  with_id uuid not null,
  way text not null check (way in ('out', 'in')),
  result text not null check (result in ('spoke', 'message', 'missed')),
  began_at timestamptz not null,
  minutes int check (minutes between 1 and 600),
  about text not null check (length(about) between 1 and 200),
  agreed text check (length(agreed) between 1 and 2000),
  phone text not null check (phone in ('work', 'own')),
  own_reason text check (length(own_reason) between 1 and 500),
  second_id uuid,
  second_was text check (second_was in ('present', 'told')),
  corrects uuid,
  -- Made once by the page for a draft: sent twice, logged once.
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, logged_by, draft_key),
  unique (agency_id, corrects),
  foreign key (agency_id, logged_by) references person,
  foreign key (agency_id, with_id) references person,
  foreign key (agency_id, second_id) references person,
  foreign key (agency_id, corrects) references phone_call,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((result = 'spoke') = (minutes is not null)),
  check ((phone = 'own') = (own_reason is not null)),
  check ((second_id is null) = (second_was is null)),
  check (second_id is null or second_id <> logged_by),
  check (corrects is null or corrects <> id)
);
create index phone_call_by_caller on phone_call (agency_id, logged_by, began_at desc, id desc);
create index phone_call_by_second on phone_call (agency_id, second_id) where second_id is not null;
create index phone_call_by_family on phone_call (agency_id, with_id, began_at desc, id desc);

-- The second-adult invariant, on the telephone: no call with a child is logged without one.
create function call_with_child_has_second_adult() returns trigger language plpgsql as $$
declare other text;
begin
  select kind into other from person p where p.agency_id = new.agency_id and p.id = new.with_id for key share;
  if other is distinct from 'child' and other is distinct from 'parent' then
    raise exception 'call %: it was not with somebody of a family', new.id using errcode = 'LY001';
  end if;
  if other = 'child' and not exists (select from person p where p.agency_id = new.agency_id and p.id = new.second_id
      and p.kind = 'staff' and p.left_at is null) then
    raise exception 'call %: it was with a child, and no second adult is named', new.id using errcode = 'LY002';
  end if;
  return new;
end $$;
create trigger call_second_adult before insert on phone_call
  for each row execute function call_with_child_has_second_adult();

-- What a manager said to a call made on somebody's own phone.
create table phone_call_answer (
  agency_id uuid not null,
  call_id uuid not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  agreed boolean not null,
  says text check (length(says) between 1 and 500),
  entry_id uuid not null,
  primary key (agency_id, call_id),
  foreign key (agency_id, call_id) references phone_call,
  foreign key (agency_id, answered_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- Each time a number of a family was shown to somebody: for one call, with its reason. The number itself is not here.
create table number_opening (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 200),
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, opened_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index number_opening_of on number_opening (agency_id, person_id, opened_at desc);

do $$
declare t text;
begin
  foreach t in array array['phone_call', 'phone_call_answer', 'number_opening'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
