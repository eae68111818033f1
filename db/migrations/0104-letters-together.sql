-- A letter that many ask for at the same moment is asked for once. With one key for all of them, whoever asked held the job until it
-- committed, and everybody else waited: fifty who told of something at once were served one after another.
-- Each five seconds have a job of their own, which runs a second after they have ended: whoever finds it there leaves it alone, and
-- is in what it says, having committed long before. Should something take longer than that to commit, the next step of its
-- duty tells of it.
create function enqueue_together(task text, payloads json[], keys text[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  slot constant bigint := floor(extract(epoch from clock_timestamp()) / 5);
begin
  perform graphile_worker.add_job(task, asked.payload, job_key => asked.key || '@' || slot, max_attempts => 12,
      run_at => to_timestamp(slot * 5 + 6), job_key_mode => 'preserve_run_at')
    from unnest(payloads, keys) asked(payload, key)
    where not exists (select from graphile_worker._private_jobs waits where waits.key = asked.key || '@' || slot);
  return true;
end $$;
revoke all on function enqueue_together(text, json[], text[]) from public;
grant execute on function enqueue_together(text, json[], text[]) to lanyard_app;
