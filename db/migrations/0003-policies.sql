-- Policies, their versions, and who signed exactly which text.

create table policy (
  agency_id uuid not null references agency,
  id uuid not null,
  kind text not null check (kind in ('acceptable-use', 'social-media', 'data-protection', 'information-governance',
    'code-of-conduct', 'ict-security', 'other')),
  title text not null check (length(title) between 1 and 200),
  owner_id uuid,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, owner_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create unique index policy_one_of_kind on policy (agency_id, kind) where kind <> 'other';

create table policy_version (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  number int not null check (number > 0),
  text text not null check (length(text) between 1 and 200000),
  text_hash bytea not null check (text_hash = sha256(convert_to(text, 'UTF8'))),
  change_note text not null check (length(change_note) <= 1000),
  sign_again boolean not null,
  published_at timestamptz not null,
  published_by uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, policy_id, number),
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, published_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

create table signature (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  text_hash bytea not null,
  signed_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, version_id, person_id),
  foreign key (agency_id, policy_id) references policy,
  foreign key (agency_id, version_id) references policy_version,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index signature_by_person on signature (agency_id, person_id);

-- A signature is of the text that stood: its hash is the version's hash, whatever the caller says.
create function signature_is_of_its_version() returns trigger language plpgsql as $$
begin
  if not exists (select from policy_version v where v.agency_id = new.agency_id and v.id = new.version_id
      and v.policy_id = new.policy_id and v.text_hash = new.text_hash) then
    raise exception 'signature %: the text signed is not the text of version %', new.id, new.version_id;
  end if;
  return new;
end $$;
create trigger signature_text before insert on signature for each row execute function signature_is_of_its_version();

do $$
declare t text;
begin
  foreach t in array array['policy', 'policy_version', 'signature'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
-- Publishing and signing take the policy's row lock in turn; the title may be corrected by an entry of its own.
grant update (title, owner_id, entry_id) on policy to lanyard_app;
