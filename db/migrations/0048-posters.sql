-- How an organisation words a poster of its own: the newest row of each poster stands.
create table poster_wording (
  agency_id uuid not null references agency,
  id uuid not null,
  poster text not null check (length(poster) between 1 and 40),
  -- { "title": text or null, "groups": { group: [points] } }; empty where Lanyard's own wording stands again.
  wording jsonb not null check (jsonb_typeof(wording) = 'object' and length(wording::text) <= 20000),
  set_by uuid not null,
  set_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, set_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index poster_wording_newest on poster_wording (agency_id, poster, set_at desc, id desc);
alter table poster_wording enable row level security;
create policy poster_wording_own on poster_wording using (agency_id = current_agency());
grant select, insert on poster_wording to lanyard_app;

-- Every poster that was printed, and where it hangs. What was printed never changes; who looks after it, whether it is out
-- of date, and that it has been taken down, are set later, each with an entry.
create table poster_printing (
  agency_id uuid not null references agency,
  id uuid not null,
  -- In the address that the QR code opens: 128 random bits, saying nothing of anybody.
  code text not null unique check (code ~ '^[A-Za-z0-9_-]{22}$'),
  poster text not null check (length(poster) between 1 and 40),
  size text not null check (size in ('a4', 'a3')),
  place text not null check (length(place) between 1 and 120),
  words jsonb not null,
  words_hash text not null check (length(words_hash) = 44),
  printed_by uuid not null,
  printed_at timestamptz not null,
  keeper_id uuid not null,
  superseded_at timestamptz,
  superseded_by text check (length(superseded_by) between 1 and 200),
  ended_at timestamptz,
  ended_how text check (ended_how in ('taken-down', 'replaced')),
  replaced_by uuid,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, printed_by) references person,
  foreign key (agency_id, keeper_id) references person,
  foreign key (agency_id, replaced_by) references poster_printing deferrable initially deferred,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((superseded_at is null) = (superseded_by is null)),
  check ((ended_at is null) = (ended_how is null)),
  check ((replaced_by is not null) = (ended_how is not null and ended_how = 'replaced'))
);
create index poster_printing_by_time on poster_printing (agency_id, printed_at desc, id desc);
create index poster_printing_hanging on poster_printing (agency_id, keeper_id) where ended_at is null;
alter table poster_printing enable row level security;
create policy poster_printing_own on poster_printing using (agency_id = current_agency());
grant select, insert on poster_printing to lanyard_app;
grant update (keeper_id, superseded_at, superseded_by, ended_at, ended_how, replaced_by, entry_id)
  on poster_printing to lanyard_app;

create trigger poster_printing_keeper_is_here before insert or update of keeper_id on poster_printing
  for each row execute function is_given_to_somebody_here('keeper_id');

-- Nobody is gone while a poster on a wall is theirs to look after.
create function no_poster_is_left_behind() returns trigger language plpgsql as $$
begin
  if exists (select from poster_printing r
      where r.agency_id = new.agency_id and r.keeper_id = new.id and r.ended_at is null) then
    raise exception 'person % cannot leave: they still look after a poster', new.id using errcode = 'LY004';
  end if;
  return null;
end $$;
create constraint trigger leaves_no_poster_behind after update of left_at on person
  deferrable initially deferred for each row when (new.left_at is not null)
  execute function no_poster_is_left_behind();

-- Whoever scans the code is signed in nowhere: which agency's printing it is of.
create function printing_by_code(wanted text) returns table (agency_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.agency_id, r.id from poster_printing r where r.code = wanted;
end;
revoke execute on function printing_by_code from public;
grant execute on function printing_by_code to lanyard_app;
