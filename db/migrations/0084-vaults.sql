-- An agency's vault: where its concerns are kept, with a record of its own. It is an agency of its own to row-level security,
-- so that whatever reads an agency, its duties, lists, counts, searches, exports and public log, sees nothing of it, whoever
-- forgets what. Only who asks for it by name comes in: src/records/vault.ts. See docs/decisions/0033-vaults.md.
alter table agency add column home_id uuid unique references agency;
alter table agency drop constraint agency_kind_check;
alter table agency drop constraint agency_slug_check;
alter table agency add constraint agency_kind_check check (kind in ('board', 'member', 'vault'));
alter table agency add constraint agency_vault_check check ((kind = 'vault') = (home_id is not null));
alter table agency add constraint agency_slug_check check (
  slug ~ '^[a-z0-9][a-z0-9-]{1,62}$' and slug !~ '-vault$' and kind <> 'vault'
  or kind = 'vault' and slug ~ '^[a-z0-9][a-z0-9-]{1,62}-vault$');

-- A board sees its member agencies: not their vaults.
drop policy agency_seen on agency;
create policy agency_seen on agency for select using (
  id = current_agency() or (board_id = current_agency() and kind = 'member'));

-- Every agency has one from its first day; a board's is witnessed by the board itself, as its log is.
create function agency_has_a_vault() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into agency (id, board_id, kind, slug, name, home_id)
  values (gen_random_uuid(), coalesce(new.board_id, new.id), 'vault', new.slug || '-vault', new.name, new.id);
  return null;
end $$;
revoke execute on function agency_has_a_vault from public;
create trigger agency_has_vault after insert on agency
  for each row when (new.kind <> 'vault') execute function agency_has_a_vault();
insert into agency (id, board_id, kind, slug, name, home_id)
  select gen_random_uuid(), coalesce(board_id, id), 'vault', slug || '-vault', name, id from agency where kind <> 'vault';

-- From an agency to its vault, and from a vault to the agency it belongs to: nobody else's.
create function vault_here() returns uuid language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from agency where home_id = current_agency();
end;
create function home_here() returns uuid language sql stable security definer set search_path = public, pg_temp
begin atomic
  select home_id from agency where id = current_agency();
end;
-- For what is done for every vault in turn: each with the agency it belongs to.
create function vaults_here() returns table (id uuid, home_id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id, home_id from agency where kind = 'vault' order by id;
end;
revoke execute on function vault_here, home_here, vaults_here from public;
grant execute on function vault_here, home_here, vaults_here to lanyard_app;

-- What is done for every agency is not done for vaults; a vault's log has no public address.
create or replace function agencies_here() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from agency where kind <> 'vault' order by id;
end;
drop function agencies();
create or replace function agency_by_slug(wanted text) returns table (id uuid, slug text, name text, board_slug text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.slug, a.name, b.slug from agency a left join agency b on b.id = a.board_id
    where a.slug = wanted and a.kind <> 'vault';
end;

-- A duty in a vault is owed by somebody of the agency it belongs to.
alter table duty drop constraint duty_agency_id_person_id_fkey;
create function duty_is_owed_by_somebody_here() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person p where p.agency_id = new.agency_id and p.id = new.person_id)
    and not exists (select from agency v join person p on p.agency_id = v.home_id and p.id = new.person_id
      where v.id = new.agency_id) then
    raise exception 'a duty is owed by somebody of its agency' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;
create trigger duty_is_owed_here before insert or update of person_id on duty
  for each row execute function duty_is_owed_by_somebody_here();
