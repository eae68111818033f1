-- The words of messages are searched in one way only, by their index: how often each word stands there is never asked, and to work it
-- out anew for every message took a tenth of the server while many were written.
alter index message_by_words alter column 1 set statistics 0;

-- As 0077 has it, with the agency and the day written once for a message instead of once for a word.
create or replace function words_of_day(agency uuid, at timestamptz, body text) returns text[]
language sql immutable parallel safe
return (select array_agg(one.under || word)
  from (select agency::text || ' ' || day_number(at) || ' ' as under offset 0) one,
    unnest(tsvector_to_array(to_tsvector('english'::regconfig, body))) as word);

-- Looked at once a duty is there: one that is open already and stays as it is has been looked at before.
drop trigger duty_is_owed_here on duty;
create trigger duty_is_owed_here after insert or update of person_id on duty
  for each row execute function duty_is_owed_by_somebody_here();
