import { openDuties } from '../../duties/index.ts'
import { type Id, newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Worrying } from './access.ts'
import { worryRowEvidence } from './evidence.ts'
import { insertWorry, selectRaised } from './queries.ts'
import type { WorryId, WorryTable } from './tables.ts'
import { whoReads } from './who-reads.ts'

/**
 * Raises a worry about another's message: whoever is to read it owes that at once. Once for one page, however often it is
 * pressed. The entry names neither the message nor who wrote it.
 */
export async function raiseWorry(
  writer: Writer<PersonActor>,
  { conversation, message }: Permitted<'worry', Worrying>,
  { words, key }: { readonly words: string | undefined; readonly key: Id<'draft'> },
): Promise<Change<WorryId, Refused<'nobody-to-tell'>>> {
  const { db, actor, now } = writer
  const raised = await selectRaised(db, actor.agencyId, actor.personId, key)
  if (raised) return new Already(raised)
  const told = await whoReads(writer, { author: message.author_id, raiser: actor.personId })
  if (told.length === 0) return refuse('nobody-to-tell')
  const row: WorryTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    conversation_id: conversation.id,
    message_id: message.id,
    raised_by: actor.personId,
    words: words ?? null,
    told,
    raised_at: now,
    draft_key: key,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'worry.raised',
        about: [{ kind: 'worry', id: row.id }],
        cites: ['BG-2'],
        content: contentOf(worryRowEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    insertWorry(db, row),
  ])
  await openDuties(writer, 'read-worry', told, { kind: 'worry', id: row.id }, row.entry_id)
  return done
}
