-- A child's own number is held only where contact with them by text or by telephone is agreed to.
create function childs_number_is_agreed() returns trigger language plpgsql as $$
declare today date[] := array[(now() at time zone 'Europe/London')::date];
begin
  if not is_agreed(new.agency_id, new.id, 'text', today) and not is_agreed(new.agency_id, new.id, 'call', today) then
    raise exception 'person %: nobody has agreed to texts to a child or calls with them', new.id using errcode = 'LY006';
  end if;
  return new;
end $$;
create trigger childs_number_is_agreed_when_entered before insert on person
  for each row when (new.kind = 'child' and new.phone is not null) execute function childs_number_is_agreed();
create trigger childs_number_is_agreed_when_changed before update of phone on person
  for each row when (new.kind = 'child' and new.phone is not null and new.phone is distinct from old.phone)
  execute function childs_number_is_agreed();
