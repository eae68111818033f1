-- What the entrances need beside the library's own tables: what is good once, who an e-mail address is, forms kept
-- while somebody signs in again.

-- What was used and may not be used again until then: a code from an app, in every process alike.
create table spent (
  key text primary key,
  until timestamptz not null
);
grant select, insert, update, delete on spent to lanyard_app;

-- Staff who are here now under an e-mail address, in every agency, whether or not they have joined. Asked before
-- anybody is known, when the organisation's own sign-in vouches for the address.
create function staff_by_email(wanted text)
returns table (agency_id uuid, agency_name text, person_id uuid, name text, login_id text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.agency_id, a.name, p.id, p.name, p.login_id
  from person p join agency a on a.id = p.agency_id
  where p.kind = 'staff' and p.left_at is null and lower(p.email) = lower(wanted)
  order by a.name;
end;
revoke execute on function staff_by_email from public;
grant execute on function staff_by_email to lanyard_app;

create index staff_by_email_anywhere on person (lower(email)) where kind = 'staff' and left_at is null;

-- What somebody had typed when their sign-in ran out: sealed, theirs alone, for a few hours.
create table kept_form (
  agency_id uuid not null,
  person_id uuid not null,
  path text not null check (length(path) <= 500),
  sealed bytea not null check (length(sealed) <= 200000),
  kept_at timestamptz not null,
  until timestamptz not null,
  primary key (agency_id, person_id, path),
  foreign key (agency_id, person_id) references person
);
alter table kept_form enable row level security;
create policy kept_form_own on kept_form using (agency_id = current_agency());
grant select, insert, update, delete on kept_form to lanyard_app;

-- What the entrances no longer need, cleared away once a day: sessions and questions that are long over, counts, what is
-- spent, forms nobody came back for.
create function tidy_entrances(now timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp
begin atomic
  delete from auth.session where "expiresAt" < now - interval '2 days';
  delete from auth.verification where "expiresAt" < now - interval '2 days';
  delete from use_count where window_start < now - interval '2 days';
  delete from spent where until < now;
  delete from kept_form where until < now;
end;
revoke execute on function tidy_entrances from public;
