-- Handing over what is sealed: nobody leaves while something would open to nobody, and whoever left opens nothing.

-- Everybody who is here, has a role in which concerns are read and a key, and since when what is sealed to them opens to them.
create function openers_here(home uuid) returns table (person_id uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select k.person_id, least(k.made_at, (select min(b.made_at) from sealing_past o
      join sealing_key b on b.agency_id = o.agency_id and b.id = o.past_id
      where o.agency_id = k.agency_id and o.key_id = k.id))
    from sealing_key k join person p on p.agency_id = k.agency_id and p.id = k.person_id and p.left_at is null
    where k.agency_id = home and k.ended_at is null and exists (select from role_grant r where r.agency_id = home
      and r.person_id = k.person_id and r.ended_at is null
      and r.role in ('designated-person', 'deputy-designated-person', 'senior-manager'));
end;
revoke execute on function openers_here from public;

-- Whether somebody's key, of a time, opens a concern: it was sealed to them from the first, or when they were let in; and it is
-- not about them.
create function key_opens(vault uuid, concern uuid, person uuid, since timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from concern c where c.agency_id = vault and c.id = concern and c.report is not null
      and person <> all (c.subjects)
      and not exists (select from concern_subject s where s.agency_id = vault and s.concern_id = concern and s.person_id = person)
      and (person = any (c.within_reach || c.heard_by) and since <= c.reported_at
        or exists (select from concern_reader r where r.agency_id = vault and r.concern_id = concern and r.person_id = person
          and r.key is not null and since <= r.since)));
end;
revoke execute on function key_opens from public;

-- The concerns that somebody's key opens, or that two keyholders could have it open, and nobody else's who is here.
create function opened_by_nobody_else(home uuid, leaver uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id from agency v join concern c on c.agency_id = v.id
    where v.home_id = home and c.report is not null
      and (leaver = any (c.within_reach || c.heard_by) or exists (select from concern_reader r
        where r.agency_id = v.id and r.concern_id = c.id and r.person_id = leaver and r.key is not null))
      and exists (select from sealing_key k where k.agency_id = home and k.person_id = leaver
        and (k.ended_at is null or exists (select from kept_key x where x.agency_id = home and x.key_id = k.id))
        and key_opens(v.id, c.id, leaver, k.made_at))
      and not exists (select from openers_here(home) o
        where o.person_id <> leaver and key_opens(v.id, c.id, o.person_id, o.since));
end;
revoke execute on function opened_by_nobody_else from public;

-- Whether anything would open to nobody once they have left: that, and nothing of what it is.
create function would_open_to_nobody(leaver uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from opened_by_nobody_else(current_agency(), leaver));
end;
revoke execute on function would_open_to_nobody from public;
grant execute on function would_open_to_nobody to lanyard_app;

-- Looked at when the transaction that lets them leave commits. And what opens their key goes: nothing that they know opens it.
create function nothing_is_left_sealed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from opened_by_nobody_else(new.agency_id, new.id)) then
    raise exception 'person % cannot leave: what is sealed to them would open to nobody', new.id using errcode = 'LY099';
  end if;
  delete from sealing_sitting s where s.agency_id = new.agency_id and s.person_id = new.id;
  delete from sealing_lock l where l.agency_id = new.agency_id and l.person_id = new.id;
  return null;
end $$;
create constraint trigger leaves_nothing_sealed after update of left_at on person
  deferrable initially deferred for each row when (old.left_at is null and new.left_at is not null)
  execute function nothing_is_left_sealed();

-- What the acting person can hand over: what they read, and what opens to nobody else. `theirs`: it opens to whoever it would be
-- handed to already, or they came to read it before; `barred`: it is about them.
create function concerns_to_hand_over(taker uuid) returns table (
  id uuid, about text[], keys bytea[], open boolean, alone boolean, theirs boolean, barred boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.about,
      c.keys || array(select r.key from concern_reader r where r.agency_id = c.agency_id and r.concern_id = c.id
        and r.person_id = current_person() and r.key is not null),
      coalesce((select s.step from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
        and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1), 'open') <> 'closed',
      alone.id is not null,
      exists (select from concern_reader r where r.agency_id = c.agency_id and r.concern_id = c.id and r.person_id = taker)
        or taker = any (c.heard_by) and exists (select from openers_here(v.home_id) o where o.person_id = taker
          and key_opens(c.agency_id, c.id, taker, o.since)),
      is_subject(c.agency_id, c.id, taker)
    from agency v
    join concern c on c.agency_id = v.id and c.report is not null
    left join opened_by_nobody_else(v.home_id, current_person()) alone (id) on alone.id = c.id
    where v.id = current_agency() and v.home_id is not null and current_person() is not null
      and (alone.id is not null or reads_concern(c.agency_id, c.id))
    order by alone.id is null, c.reported_at;
end;
revoke execute on function concerns_to_hand_over from public;
grant execute on function concerns_to_hand_over to lanyard_app;

-- Whether two keyholders gave whoever acts the key of somebody else, and that opens a concern which is not about them.
create function followed_into(vault uuid, concern uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from agency v
    join sealing_key mine on mine.agency_id = v.home_id and mine.person_id = current_person() and mine.ended_at is null
    join sealing_past o on o.agency_id = v.home_id and o.key_id = mine.id
    join sealing_key gone on gone.agency_id = v.home_id and gone.id = o.past_id and gone.person_id <> mine.person_id
    where v.id = vault and not is_subject(vault, concern, current_person())
      and key_opens(vault, concern, gone.person_id, (select min(k.made_at) from sealing_key k
        where k.agency_id = v.home_id and k.person_id = gone.person_id)));
end;
revoke execute on function followed_into from public;

-- What the acting person can come to read with the key of somebody whom they follow, and does not read yet.
create function concerns_to_take_over() returns table (id uuid, about text[], keys bytea[], open boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, c.about,
      c.keys || array(select r.key from concern_reader r where r.agency_id = c.agency_id and r.concern_id = c.id
        and r.key is not null),
      coalesce((select s.step from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
        and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1), 'open') <> 'closed'
    from concern c
    where c.agency_id = current_agency() and c.report is not null and current_person() is not null
      and not exists (select from concern_reader r
        where r.agency_id = c.agency_id and r.concern_id = c.id and r.person_id = current_person())
      and current_person() <> all (c.heard_by) and followed_into(c.agency_id, c.id)
    order by c.reported_at;
end;
revoke execute on function concerns_to_take_over from public;
grant execute on function concerns_to_take_over to lanyard_app;

alter table concern_reader drop constraint concern_reader_why_check;
alter table concern_reader add constraint concern_reader_why_check check (
  why in ('added', 'handed-over', 'recovered', 'broke-glass', 'late'));

-- As in 0089-casework.sql, and besides: somebody hands over what their key opens, read by them or not; and nobody comes to read
-- one who has left. What keyholders gave somebody the key to, they come to
-- read themself.
create or replace function reader_is_let_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from agency v join person p on p.agency_id = v.home_id and p.id = new.person_id and p.left_at is null
    where v.id = new.agency_id for share of p;
  if not found then
    raise exception 'whoever comes to read it is here' using errcode = 'LY099';
  end if;
  if new.why in ('broke-glass', 'late') then
    if not exists (select from concern c where c.agency_id = new.agency_id and c.id = new.concern_id
        and new.person_id = any (c.within_reach)) then
      raise exception 'this concern is not within their reach' using errcode = 'LY089';
    end if;
  elsif new.why = 'recovered' then
    if new.key is null or new.let_in_by is not null or new.person_id is distinct from current_person()
        or not followed_into(new.agency_id, new.concern_id) then
      raise exception 'nobody gave them a key that opens it' using errcode = 'LY099';
    end if;
  elsif new.key is null or new.let_in_by is null or new.let_in_by = new.person_id
      or current_person() is distinct from new.let_in_by
      or not (reads_concern(new.agency_id, new.concern_id) or new.why = 'handed-over' and exists (select from concern c
        where c.agency_id = new.agency_id and c.id = new.concern_id and current_person() = any (c.within_reach)
          and not is_subject(c.agency_id, c.id, current_person()))) then
    raise exception 'somebody is let in by one who reads it, and with its key' using errcode = 'LY089';
  end if;
  return new;
end $$;

-- Whose duty somebody does while they are away: it goes back to them once they return. Read and written by no person.
create table concern_cover (
  agency_id uuid not null references agency,
  kind text not null check (length(kind) between 1 and 40),
  about_id uuid not null,
  by_id uuid not null,
  away_id uuid not null check (away_id <> by_id),
  primary key (agency_id, kind, about_id, by_id)
);
alter table concern_cover enable row level security;
create policy concern_cover_own on concern_cover using (agency_id = current_agency() and current_person() is null);
grant select, insert, delete on concern_cover to lanyard_app;
