import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { answersToday, withRole } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { keptWordsEvidence } from './evidence.ts'
import { insertKeptWords, isKept } from './kept-queries.ts'
import type { ConversationRow } from './queries.ts'
import { allowedHere } from './ruled.ts'
import type { WhyKept } from './rules.ts'
import type { KeptWordsTable } from './tables.ts'

/** Why nothing can be stored in a conversation today; undefined when it can. What the database refuses besides. */
export function whyNothingGoes(
  { participants, ended_at }: ConversationRow,
  workEnded: boolean,
): WhyKept | undefined {
  if (workEnded || ended_at) return 'work-ended'
  if (!allowedHere(participants)) return 'no-second-adult'
  return participants.some(one => one.agreed === false) ? 'not-agreed' : undefined
}

export interface KeptWhere {
  readonly conversation?: ConversationRow
  /** Whom they meant to write to, where there was no conversation yet. */
  readonly worker?: PersonId
  readonly why: WhyKept
}

/**
 * Keeps what somebody wrote where it cannot go, and has it read by those who answer for it: a child's words by every designated
 * person and deputy; else by the worker's manager who is here. No word of it reaches the other side.
 */
export async function keepWords(
  writer: Writer<PersonActor>,
  { conversation, worker, why }: KeptWhere,
  draft: { readonly body: string; readonly key: string },
): Promise<Recorded<'kept'> | Already<'kept'>> {
  const { db, actor, now } = writer
  const row: KeptWordsTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    conversation_id: conversation?.id ?? null,
    worker_id: worker ?? conversation?.participants.find(one => one.part === 'worker')?.person_id ?? null,
    author_id: actor.personId,
    body: draft.body,
    kept_at: now,
    why,
    draft_key: draft.key,
    entry_id: newEntryId(writer),
  }
  // Pressed twice, the second runs into the first and comes round again.
  if (writer.again && (await isKept(db, row))) return new Already('kept')
  const readers = await whoReads(writer, row.worker_id)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'words.kept',
        about: [
          { kind: 'kept-words', id: row.id },
          { kind: 'person', id: actor.personId },
          ...(conversation ? [{ kind: 'conversation', id: conversation.id }] : []),
        ],
        cites: ['SN-POOR-2'],
        content: contentOf(keptWordsEvidence, row),
      },
      { id: row.entry_id, value: 'kept' as const },
    ),
    insertKeptWords(db, row),
  ])
  await openDuties(writer, 'kept-words', readers, { kind: 'kept-words', id: row.id }, row.entry_id)
  return done
}

async function whoReads(writer: Writer<PersonActor>, worker: PersonId | null): Promise<readonly PersonId[]> {
  const { actor } = writer
  const manager = actor.kind !== 'child' && worker ? await answersToday(writer, worker) : undefined
  if (manager) return [manager]
  for (const roles of [['designated-person', 'deputy-designated-person'], ['senior-manager']] as const) {
    const people = (await Promise.all(roles.map(role => withRole(writer, role)))).flat()
    const others = [...new Set(people)].filter(id => id !== actor.personId)
    if (others.length > 0) return others
  }
  return []
}
