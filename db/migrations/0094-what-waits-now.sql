-- What waits still, by itself: what has waited before stays where it was and is a great deal more.
create table waiting_now (
  agency_id uuid not null,
  waiting_id uuid not null,
  primary key (agency_id, waiting_id),
  foreign key (agency_id, waiting_id) references waiting_message
);

insert into waiting_now (agency_id, waiting_id)
select w.agency_id, w.id from waiting_message w where not exists (select from waiting_step s
  where s.agency_id = w.agency_id and s.waiting_id = w.id and s.step in ('sent-back', 'withdrawn', 'sent', 'not-sent'));

alter table waiting_now enable row level security;
create policy waiting_now_own on waiting_now using (agency_id = current_agency());
grant select on waiting_now to lanyard_app;

create function waits_from_now() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into waiting_now (agency_id, waiting_id) values (new.agency_id, new.id);
  return null;
end $$;
create trigger waiting_begins after insert on waiting_message for each row execute function waits_from_now();

create function waits_no_more() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from waiting_now where agency_id = new.agency_id and waiting_id = new.waiting_id;
  return null;
end $$;
create trigger waiting_ends after insert on waiting_step for each row
  when (new.step in ('sent-back', 'withdrawn', 'sent', 'not-sent')) execute function waits_no_more();
