-- The address at which one person answers in one conversation. Its secret is in no row: only its hash, by which what comes
-- for it is known.
create table reply_address (
  agency_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  made_at timestamptz not null,
  primary key (agency_id, conversation_id, person_id, token_hash),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, person_id) references person
);
create unique index reply_address_by_token on reply_address (token_hash);
alter table reply_address enable row level security;
create policy reply_address_own on reply_address using (agency_id = current_agency());
grant select, insert on reply_address to lanyard_app;

-- Before it is known whose it is there is no agency to be in.
create function reply_address_by_token(token bytea)
returns table (agency_id uuid, conversation_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.agency_id, r.conversation_id, r.person_id from reply_address r where r.token_hash = token;
end;
-- Where a delivery is: what comes back for it names it, with a proof that we did.
create function agency_of_delivery(wanted uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.agency_id from delivery d where d.id = wanted;
end;
revoke execute on function reply_address_by_token, agency_of_delivery from public;
grant execute on function reply_address_by_token, agency_of_delivery to lanyard_app;
