-- Work to be done after a change commits: put in the queue in the same transaction as the change, so that neither
-- stands without the other. The queue itself (graphile-worker) is the owner's; this is the application's one way in.
-- A payload names things by id and holds no address, no token and no words.

create function enqueue(task text, payload json, key text default null, run_at timestamptz default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, run_at => run_at, max_attempts => 12);
end $$;
revoke execute on function enqueue from public;
grant execute on function enqueue to lanyard_app;

-- The agencies that daily work goes round. Ids only.
create function agencies_here() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from agency order by id;
end;
revoke execute on function agencies_here from public;
grant execute on function agencies_here to lanyard_app;
