-- Words that are no message are shown to the staff as messages are: a family's personal details are masked. Each time somebody
-- opened them, for themselves, and why. What was opened: words that could not go, or something that is held.
create table words_opening (
  agency_id uuid not null references agency,
  id uuid not null,
  about_kind text not null check (about_kind in ('kept-words', 'arrival')),
  about_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index words_opening_of on words_opening (agency_id, about_id, person_id);
alter table words_opening enable row level security;
create policy words_opening_own on words_opening using (agency_id = current_agency());
grant select, insert on words_opening to lanyard_app;

-- Only in one's own name, and only somebody who answers for others.
create function words_are_opened_by_a_manager() returns trigger language plpgsql as $$
begin
  if not exists (select from role_grant g where g.agency_id = new.agency_id and g.person_id = new.person_id
      and g.ended_at is null
      and g.role in ('manager', 'senior-manager', 'designated-person', 'deputy-designated-person')) then
    raise exception 'words_opening: % answers for nobody', new.person_id using errcode = 'LY056';
  end if;
  return new;
end $$;
create trigger whoever_acts_opens before insert on words_opening
  for each row execute function is_done_by_whoever_acts('person_id');
create trigger words_opening_may before insert on words_opening
  for each row execute function words_are_opened_by_a_manager();
