-- Nothing leaves by email or text for a child while nobody agrees to that way, or somebody says no to it: asked when a delivery is
-- claimed, which is the moment of sending, whatever was agreed when its message was written. A no holds the child's
-- conversations before it is stored: a claim on its way is made before it, and the next is looked at with it.
create function delivery_is_agreed() returns trigger language plpgsql as $$
declare kind text; agreed boolean;
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  -- A statement of its own: what is asked is asked once the lock is had, and not as it was before the wait.
  select p.kind into kind from person p where p.agency_id = new.agency_id and p.id = new.person_id;
  if kind = 'child' then
    select is_agreed(new.agency_id, new.person_id, new.channel, array[(now() at time zone 'Europe/London')::date])
      into agreed;
    if agreed is not true then
      raise exception 'delivery %: nobody has agreed to contact with the child in this way, or somebody says no', new.id
        using errcode = 'LY006';
    end if;
  end if;
  return new;
end $$;
create trigger delivery_agreed_when_made before insert on delivery
  for each row when (new.state not in ('queued', 'failed')) execute function delivery_is_agreed();
create trigger delivery_agreed_when_claimed before update of state on delivery
  for each row when (new.state = 'claimed' and old.state <> 'claimed') execute function delivery_is_agreed();
