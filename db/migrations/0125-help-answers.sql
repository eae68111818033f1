-- What goes back at once, by the way it came, to somebody of a family who wrote of danger by email or text, or to a child who
-- wrote outside the hours of contact: whom to turn to now, and nothing of what they wrote. One for what came, and claimed
-- before it is handed over, so that no crash sends it twice.
create table help_answer (
  agency_id uuid not null references agency,
  id uuid not null,
  arrival_id uuid not null,
  why text not null check (why in ('danger', 'hours')),
  state text not null check (state in ('claimed', 'queued', 'sent', 'unsure', 'not-sent')),
  -- How often it was claimed.
  attempts int not null check (attempts between 0 and 100),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, arrival_id),
  foreign key (agency_id, arrival_id) references arrival,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index help_answer_newest on help_answer (agency_id, made_at);
alter table help_answer enable row level security;
create policy help_answer_own on help_answer using (agency_id = current_agency());
grant select, insert on help_answer to lanyard_app;
grant update (state, attempts, changed_at, entry_id) on help_answer to lanyard_app;
