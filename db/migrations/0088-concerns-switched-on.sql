-- Whether an agency takes concerns in writing, and whether a letter about one would come: in its vault (0084), of nobody’s
-- concern. Once switched on it stays so: whoever is worried later is never met by a closed door that stood open before.
create table concern_switch (
  agency_id uuid not null references agency,
  id uuid not null,
  switched_by uuid not null,
  switched_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- A letter that only tries the way. That it came is known when the link in it is followed.
create table chain_letter (
  agency_id uuid not null references agency,
  id uuid not null,
  person_id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index chain_letter_of on chain_letter (agency_id, person_id, sent_at desc);

create table chain_letter_came (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  came_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, letter_id),
  foreign key (agency_id, letter_id) references chain_letter,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

do $$
declare t text;
begin
  foreach t in array array['concern_switch', 'chain_letter', 'chain_letter_came'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
