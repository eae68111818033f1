-- Whom a concern is about is kept out by construction (docs/decisions/0036-kept-out.md).

-- Who was left out at the telling, because it may be about them: they share a part of a name with whom it is about, or are named
-- in the words. They come to read it by nothing but a reader's letting them in. Null: nobody.
alter table concern add column left_out uuid[] check (cardinality(left_out) between 1 and 100);
create function left_out_is_erased() returns trigger
language plpgsql as $$
begin
  new.left_out := null;
  return new;
end $$;
create trigger concern_left_out_erased before update of report on concern
  for each row when (new.report is null) execute function left_out_is_erased();

-- What they were here when they were named: the route goes by it from then on. Null for who stands too near.
alter table concern_subject add column about text[] check (cardinality(about) between 1 and 9);

-- One at a time says whom a concern is about: whoever writes in it, comes to read it or comes to owe something waits.
create function hold_concern(concern uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from concern c where c.agency_id = current_agency() and c.id = concern for no key update;
end $$;

-- Whose doing it is, as far as it is known now.
create function about_now(vault uuid, concern uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select array(select distinct one from concern c, unnest(c.about) one where c.agency_id = vault and c.id = concern
    union select one from concern_subject s, unnest(s.about) one where s.agency_id = vault and s.concern_id = concern);
end;

-- Whether they were left out, and nobody has let them in since.
create function is_left_out(vault uuid, concern uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from concern c where c.agency_id = vault and c.id = concern and person = any (c.left_out))
    and not exists (select from concern_reader r
      where r.agency_id = vault and r.concern_id = concern and r.person_id = person);
end;
revoke execute on function hold_concern, about_now, is_left_out from public;
grant execute on function hold_concern to lanyard_app;

-- As in 0087-concerns.sql; and whoever was left out is let in on purpose, and in no other way.
create or replace function nobody_reads_about_themselves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare told timestamptz; kept_out uuid[]; left_so uuid[];
begin
  select reported_at, subjects, left_out into told, kept_out, left_so from concern
    where agency_id = new.agency_id and id = new.concern_id for no key update;
  if tg_table_name = 'concern_subject' then
    delete from concern_listed l
      where l.agency_id = new.agency_id and l.concern_id = new.concern_id and l.person_id = new.person_id;
    return new;
  end if;
  if new.person_id = any (kept_out) or exists (select from concern_subject s where s.agency_id = new.agency_id
      and s.concern_id = new.concern_id and s.person_id = new.person_id) then
    raise exception 'nobody reads a concern that is about them' using errcode = 'LY084';
  end if;
  if new.why <> 'added' and new.person_id = any (left_so) then
    raise exception 'it may be about them: somebody who reads it lets them in' using errcode = 'LY084';
  end if;
  insert into concern_listed (agency_id, person_id, at, concern_id)
    values (new.agency_id, new.person_id, told, new.concern_id) on conflict do nothing;
  return new;
end $$;

-- Nobody owes anything because of a concern that is about them.
create function nobody_owes_about_themselves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare theirs uuid := new.about_id;
begin
  if new.about_kind = 'concern-action' then
    select a.concern_id into theirs from concern_action a where a.agency_id = new.agency_id and a.id = new.about_id;
  end if;
  perform from concern where agency_id = new.agency_id and id = theirs for no key update;
  if is_subject(new.agency_id, theirs, new.person_id) then
    raise exception 'nobody owes anything because of a concern that is about them' using errcode = 'LY105';
  end if;
  return new;
end $$;
create trigger duty_of_no_subject before insert or update of person_id on duty
  for each row when (new.about_kind in ('concern', 'concern-action')) execute function nobody_owes_about_themselves();

-- As in 0099-handing-over.sql, by what is known now; and never to whoever was left out.
create or replace function concerns_to_hand_over(taker uuid) returns table (
  id uuid, about text[], keys bytea[], open boolean, alone boolean, theirs boolean, barred boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, about_now(c.agency_id, c.id),
      c.keys || array(select r.key from concern_reader r where r.agency_id = c.agency_id and r.concern_id = c.id
        and r.person_id = current_person() and r.key is not null),
      coalesce((select s.step from concern_step s where s.agency_id = c.agency_id and s.concern_id = c.id
        and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1), 'open') <> 'closed',
      alone.id is not null,
      exists (select from concern_reader r where r.agency_id = c.agency_id and r.concern_id = c.id and r.person_id = taker)
        or taker = any (c.heard_by) and exists (select from openers_here(v.home_id) o where o.person_id = taker
          and key_opens(c.agency_id, c.id, taker, o.since)),
      is_subject(c.agency_id, c.id, taker) or is_left_out(c.agency_id, c.id, taker)
    from agency v
    join concern c on c.agency_id = v.id and c.report is not null
    left join opened_by_nobody_else(v.home_id, current_person()) alone (id) on alone.id = c.id
    where v.id = current_agency() and v.home_id is not null and current_person() is not null
      and (alone.id is not null or reads_concern(c.agency_id, c.id))
    order by alone.id is null, c.reported_at;
end;
create or replace function followed_into(vault uuid, concern uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from agency v
    join sealing_key mine on mine.agency_id = v.home_id and mine.person_id = current_person() and mine.ended_at is null
    join sealing_past o on o.agency_id = v.home_id and o.key_id = mine.id
    join sealing_key gone on gone.agency_id = v.home_id and gone.id = o.past_id and gone.person_id <> mine.person_id
    where v.id = vault and not is_subject(vault, concern, current_person())
      and not is_left_out(vault, concern, current_person())
      and key_opens(vault, concern, gone.person_id, (select min(k.made_at) from sealing_key k
        where k.agency_id = v.home_id and k.person_id = gone.person_id)));
end;
create or replace function concerns_to_take_over() returns table (id uuid, about text[], keys bytea[], open boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, about_now(c.agency_id, c.id),
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

-- In the place of board_staff_named: names are compared in one place, src/people/names.ts. Nothing shows them here.
create function board_staff_names() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.id, p.name from agency home join person p on p.agency_id = home.board_id
    where home.id = current_agency() and p.kind = 'staff';
end;
revoke execute on function board_staff_names from public;
grant execute on function board_staff_names to lanyard_app;
drop function board_staff_named;
