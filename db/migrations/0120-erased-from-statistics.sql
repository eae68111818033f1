-- To plan its work PostgreSQL keeps samples of what stands in a column, and keeps those of a row whose words have been erased since.
-- What may be erased is sampled no more; nothing is looked for by it but through an index that says whether it is there.
do $$
declare
  columns constant text[] := array[
    'entry.content', 'entry.salt', 'message.body', 'conversation.subject', 'conversation_end.purpose', 'kept_words.body',
    'worry.words', 'worry_answer.words', 'waiting_message.body', 'waiting_message.reason', 'waiting_step.word',
    'message_mark.reason', 'message_look.did', 'detail_opening.reason', 'words_opening.reason', 'arrival.from_address',
    'arrival.to_address', 'arrival_words.body', 'arrival_words.whole', 'phone_call.about', 'phone_call.agreed',
    'phone_call.own_reason', 'phone_call_answer.says', 'number_opening.reason', 'work_link.purpose', 'people_import.file_name',
    'review.words', 'approach.described', 'approach.platform_name', 'approach.happened', 'approach_answer.words',
    'personal_link.described', 'personal_link.says', 'personal_link_decision.limits', 'notice.subject', 'notice.body',
    'concern.recipient', 'concern.keys', 'concern.report', 'concern.commitment', 'concern.locator', 'concern.reporter_recipient',
    'concern.reporter_key', 'concern_piece.sealed', 'concern_reader.key', 'concern_document.about', 'concern_document.commitment',
    'concern_document_part.sealed'];
  one text;
begin
  foreach one in array columns loop
    execute format('alter table %I alter column %I set statistics 0', split_part(one, '.', 1), split_part(one, '.', 2));
    -- What was sampled before: from PostgreSQL 18 it can be forgotten.
    if to_regprocedure('pg_clear_attribute_stats(text,text,text,boolean)') is not null then
      execute format('select pg_clear_attribute_stats(%L, %L, %L, false)', current_schema(), split_part(one, '.', 1), split_part(one, '.', 2));
    end if;
  end loop;
end $$;
