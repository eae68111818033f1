-- Ways in and out of a conversation beside the page itself: how somebody of a family is reached, what was sent to them
-- because of it, and what came from them.

-- How a person of a family is reached and answers. Staff write and read on the page.
alter table person add column way text not null default 'web' check (way in ('web', 'email', 'text'));
alter table person add constraint person_way_of_families check (kind <> 'staff' or way = 'web');

-- One message on its way to one person over one channel. Claimed before it is handed over, so that a crash in between is
-- seen for what it is: what may have left is not sent again unless the channel can be asked, or a person says so.
create table delivery (
  agency_id uuid not null references agency,
  id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('email', 'text')),
  state text not null check (state in ('queued', 'claimed', 'handed-over', 'unsure', 'delivered', 'failed', 'returned')),
  -- How often it was claimed.
  attempts int not null check (attempts >= 0),
  -- What the other side knows it by: a Message-ID, a number of the provider's.
  reference text check (length(reference) between 1 and 300),
  -- Why it failed or was returned, in a word of src/channels/rules.ts.
  why text check (length(why) between 1 and 60),
  made_at timestamptz not null,
  handed_at timestamptz,
  changed_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, message_id, person_id, channel),
  foreign key (agency_id, message_id) references message,
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index delivery_in_conversation on delivery (agency_id, conversation_id, person_id, id);
create index delivery_claimed on delivery (changed_at, agency_id) where state = 'claimed';
create unique index delivery_by_reference on delivery (channel, reference) where reference is not null;

-- From which state to which. A claim is made from waiting alone, so that no two processes hand the same one over.
create function delivery_goes_on() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || ' ' || new.state) = any (array[
    'queued claimed', 'queued failed', 'claimed handed-over', 'claimed queued', 'claimed failed', 'claimed unsure',
    'claimed delivered', 'claimed returned', 'unsure handed-over', 'unsure queued', 'unsure failed', 'unsure delivered',
    'unsure returned', 'handed-over delivered', 'handed-over returned', 'handed-over failed', 'delivered returned',
    'failed queued', 'returned queued', 'failed delivered']) then
    raise exception 'delivery %: % does not become %', new.id, old.state, new.state using errcode = 'LY061';
  end if;
  if new.attempts - old.attempts <> (case when new.state = 'claimed' and old.state <> 'claimed' then 1 else 0 end) then
    raise exception 'delivery %: each claim is counted, and nothing else', new.id using errcode = 'LY061';
  end if;
  return new;
end $$;
create trigger delivery_goes_on before update on delivery for each row execute function delivery_goes_on();

-- Something that came over a channel, and what became of it. Its words are kept beside it while it is held.
create table arrival (
  agency_id uuid not null references agency,
  id uuid not null,
  channel text not null check (channel in ('email', 'text')),
  -- What it is known by outside: stored once, however often it comes.
  external_id text not null check (length(external_id) between 1 and 300),
  from_address text check (length(from_address) <= 320),
  to_address text check (length(to_address) <= 320),
  received_at timestamptz not null,
  outcome text not null check (outcome in ('message', 'held', 'set-aside', 'refused', 'bounce', 'auto-reply')),
  -- Why it was held or refused, in a word of src/channels/rules.ts.
  reason text check (length(reason) between 1 and 60),
  -- Whom it is taken to be from, and where it was written to, as far as that is known.
  person_id uuid,
  conversation_id uuid,
  message_id uuid,
  -- The delivery that a bounce is about.
  delivery_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, channel, external_id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, message_id) references message,
  foreign key (agency_id, delivery_id) references delivery,
  foreign key (agency_id, decided_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check ((outcome = 'message') = (message_id is not null)),
  check ((decided_by is null) = (decided_at is null)),
  check (outcome <> 'set-aside' or decided_by is not null),
  check (outcome <> 'held' or decided_by is null)
);
create index arrival_by_message on arrival (agency_id, message_id) where message_id is not null;
create index arrival_by_conversation on arrival (agency_id, conversation_id, person_id, id);
create index arrival_held on arrival (agency_id, received_at) where outcome = 'held';

-- What is decided is decided by a person, once.
create function arrival_is_decided_once() returns trigger language plpgsql as $$
begin
  if old.outcome <> 'held' or new.outcome not in ('message', 'set-aside') then
    raise exception 'arrival %: only what is held is decided, and once', new.id using errcode = 'LY061';
  end if;
  if new.decided_by is distinct from current_person() then
    raise exception 'arrival %: it is decided by whoever acts, and by nobody for another', new.id using errcode = 'LY061';
  end if;
  return new;
end $$;
create trigger arrival_decided_once before update on arrival for each row execute function arrival_is_decided_once();

-- The words of what is held, until it is decided; and of what became a message, the whole as it came where that is more
-- than the message shows.
create table arrival_words (
  agency_id uuid not null,
  arrival_id uuid not null,
  body text not null check (length(body) <= 400000),
  whole text check (length(whole) <= 400000),
  primary key (agency_id, arrival_id),
  foreign key (agency_id, arrival_id) references arrival
);

do $$
declare t text;
begin
  foreach t in array array['delivery', 'arrival', 'arrival_words'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant update (state, attempts, reference, why, handed_at, changed_at, entry_id) on delivery to lanyard_app;
grant update (outcome, reason, person_id, conversation_id, message_id, decided_by, decided_at, entry_id) on arrival to lanyard_app;
grant update (body), delete on arrival_words to lanyard_app;

-- Where a claim was never settled: ids only, for whoever goes round the agencies.
create function agencies_with_claims(before timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct agency_id from delivery where state = 'claimed' and changed_at <= before;
end;
-- What the other side of a channel tells of a delivery names it by what they know it by.
create function delivery_by_reference(kind text, wanted text) returns table (agency_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.agency_id, d.id from delivery d where d.channel = kind and d.reference = wanted;
end;
revoke execute on function agencies_with_claims, delivery_by_reference from public;
grant execute on function agencies_with_claims, delivery_by_reference to lanyard_app;

-- When the words of a message are erased, the whole that came with it goes too.
create function whole_goes_with_message() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from arrival_words w using arrival a where a.agency_id = new.agency_id and a.message_id = new.id
    and w.agency_id = a.agency_id and w.arrival_id = a.id;
  return null;
end $$;
create trigger whole_goes_with_message after update of body on message for each row
  when (old.body is not null and new.body is null) execute function whole_goes_with_message();
