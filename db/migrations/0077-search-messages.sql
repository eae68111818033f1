-- What was said is searched by its words. Under each word stand the messages of one agency and one day, so that the newest are
-- found first and a search takes no longer the more messages there are, however common its words.

create function day_number(at timestamptz) returns integer
language sql immutable parallel safe
return floor(extract(epoch from at) / 86400)::integer;

create function words_of_day(agency uuid, at timestamptz, body text) returns text[]
language sql immutable parallel safe
return (select array_agg(agency::text || ' ' || day_number(at) || ' ' || word)
  from unnest(tsvector_to_array(to_tsvector('english'::regconfig, body))) as word);

-- What is found waits a little before it is sorted in, and is looked through meanwhile: not much of it.
create index message_by_words on message using gin (words_of_day(agency_id, sent_at, body))
  with (gin_pending_list_limit = 256);

-- The messages of the agency that acts in which all the words of a question are, newest first; before one, where it is named.
-- As the owner, since row-level security keeps the words of a question from an index. It goes back in ever longer stretches
-- of days until it has enough.
create function messages_that_say(question text, before uuid, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  wanted tsquery := plainto_tsquery('english', question);
  -- The longest word is the rarest, as a rule.
  rare text := (select word from unnest(tsvector_to_array(to_tsvector('english', question))) as word
    order by length(word) desc, word limit 1);
  oldest integer := (select day_number(m.sent_at) from message m where m.agency_id = current_agency() order by m.id limit 1);
  newest integer := (select day_number(m.sent_at) from message m
    where m.agency_id = current_agency() and (before is null or m.id <= before) order by m.id desc limit 1);
  stretch integer := 1;
  had integer := 0;
  more integer;
begin
  if rare is null then return; end if;
  -- A day more at the end: ids and days are of clocks that differ a little.
  newest := newest + 1;
  while had < most and newest >= oldest - 1 loop
    return query
      with said as materialized (
        select m.id, m.body from message m where words_of_day(m.agency_id, m.sent_at, m.body) && array(
          select current_agency()::text || ' ' || day || ' ' || rare
          from generate_series(greatest(newest - stretch + 1, oldest - 1), newest) as day))
      select s.id from said s
      where (before is null or s.id < before) and to_tsvector('english', s.body) @@ wanted
      order by s.id desc limit most - had;
    get diagnostics more = row_count;
    had := had + more;
    newest := newest - stretch;
    stretch := stretch * 2;
  end loop;
end
$$;
revoke execute on function messages_that_say from public;
grant execute on function messages_that_say to lanyard_app;
