-- Conversations through the organisation. Messages are immutable; a correction is a new message.

create table conversation (
  agency_id uuid not null references agency,
  id uuid not null,
  subject text not null check (length(subject) between 1 and 120),
  opened_by uuid not null,
  opened_at timestamptz not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, opened_by) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);

-- part: what the person is in this conversation. A second adult is another responsible adult beside the worker:
-- a colleague, or the child's parent or carer.
create table participant (
  agency_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('worker', 'second-adult', 'parent', 'child')),
  added_at timestamptz not null,
  left_at timestamptz,
  seen_at timestamptz,
  -- When a person of a family was last sent a link because of something said here.
  notified_at timestamptz,
  entry_id uuid not null,
  primary key (agency_id, conversation_id, person_id),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index participant_by_person on participant (agency_id, person_id) where left_at is null;

create table message (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  body text check (length(body) between 1 and 4000),
  sent_at timestamptz not null,
  -- Made by the sender's page once for a draft: sent twice, stored once.
  draft_key uuid not null,
  entry_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, conversation_id, author_id, draft_key),
  foreign key (agency_id, conversation_id) references conversation,
  foreign key (agency_id, author_id) references person,
  foreign key (agency_id, entry_id) references entry deferrable initially deferred
);
create index message_in_order on message (agency_id, conversation_id, id);

-- The second-adult invariant. The conversation's row is locked as a foreign key would lock it; whoever changes
-- participants locks it for update, so nobody can leave between this count and the commit.
create function message_has_second_adult() returns trigger language plpgsql as $$
declare adults int; staff int; children int; is_in boolean;
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  select count(*) filter (where part <> 'child'), count(*) filter (where part in ('worker', 'second-adult')),
      count(*) filter (where part = 'child'), bool_or(person_id = new.author_id)
    into adults, staff, children, is_in
    from participant p
    where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id and p.left_at is null;
  if is_in is not true then
    raise exception 'message %: its author is not in the conversation', new.id using errcode = 'LY001';
  end if;
  if children > 0 and (adults < 2 or staff < 1) then
    raise exception 'message %: a child is in the conversation and a second responsible adult is not', new.id
      using errcode = 'LY002';
  end if;
  return new;
end $$;
create trigger message_second_adult before insert on message for each row execute function message_has_second_adult();

do $$
declare t text;
begin
  foreach t in array array['conversation', 'participant', 'message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (agency_id = current_agency())', t || '_own', t);
    execute format('grant select, insert on %I to lanyard_app', t);
  end loop;
end $$;
grant update (left_at, seen_at, notified_at) on participant to lanyard_app;
-- Postgres asks for an update right before it lets a row be locked for update; no column that matters is opened.
grant update (entry_id) on conversation to lanyard_app;
