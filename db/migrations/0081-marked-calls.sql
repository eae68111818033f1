-- What somebody who answers for the caller is told of a call that was written down: a call is a fact, and is kept whatever is in it.
-- not_agreed: it was with a child, and nobody had agreed to calls then. found: what a worker's words would have been kept back for.
create table phone_call_mark (
  agency_id uuid not null,
  call_id uuid not null,
  not_agreed boolean not null,
  -- [{"rule", "from", "to"}]: as in message_mark; where it stands in what the call was about and what was agreed.
  found jsonb not null check (jsonb_typeof(found) = 'array' and length(found::text) <= 20000),
  marked_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, call_id),
  foreign key (agency_id, call_id) references phone_call,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred,
  check (not_agreed or found <> '[]')
);
alter table phone_call_mark enable row level security;
create policy phone_call_mark_own on phone_call_mark using (agency_id = current_agency());
grant select, insert on phone_call_mark to lanyard_app;
