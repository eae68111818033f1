-- That somebody is worried about a message: raised beside it, and read by a designated person. Small, until concerns take
-- it over. Whoever wrote the message is told nothing of it.
create table worry (
  agency_id uuid not null references agency,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  raised_by uuid not null,
  words text check (length(words) between 1 and 2000),
  -- Whose it was to read it, when it was raised.
  told uuid[] not null,
  raised_at timestamptz not null,
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, raised_by, draft_key),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, message_id) references message,
  foreign key (agency_id, raised_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index worry_by_time on worry (agency_id, raised_at desc, id desc);

-- What was done about it, by whoever read it.
create table worry_answer (
  agency_id uuid not null,
  id uuid not null,
  worry_id uuid not null,
  answered_by uuid not null,
  words text not null check (length(words) between 1 and 2000),
  answered_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, worry_id) references worry,
  foreign key (agency_id, answered_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index worry_answer_of on worry_answer (agency_id, worry_id);

do $$
declare t text;
begin
  foreach t in array array['worry', 'worry_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
create trigger whoever_acts_worries before insert on worry
  for each row execute function is_done_by_whoever_acts('raised_by');
create trigger whoever_acts_looks before insert on worry_answer
  for each row execute function is_done_by_whoever_acts('answered_by');

-- Whoever wrote the message neither is told of the worry nor says what was done about it.
create function worry_is_not_its_authors() returns trigger language plpgsql as $$
declare author uuid;
begin
  select m.author_id into author from message m
    where m.agency_id = new.agency_id and m.id = new.message_id and m.conversation_id = new.conversation_id;
  if author is null or author = new.raised_by or author = any (new.told) then
    raise exception 'a worry is about another''s message of its conversation, and not told to its author'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger worry_is_about_another before insert on worry
  for each row execute function worry_is_not_its_authors();
create function worry_is_not_answered_by_its_author() returns trigger language plpgsql as $$
begin
  if exists (select from worry w join message m on m.agency_id = w.agency_id and m.id = w.message_id
      where w.agency_id = new.agency_id and w.id = new.worry_id and m.author_id = new.answered_by) then
    raise exception 'whoever wrote a message answers no worry about it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger worry_answer_is_anothers before insert on worry_answer
  for each row execute function worry_is_not_answered_by_its_author();
