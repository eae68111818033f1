import { openDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { answersToday, withRole } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Reader,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { keptWordsEvidence } from './evidence.ts'
import { insertKeptWords, selectKeptUnder } from './kept-queries.ts'
import { dangerIn, hearDanger } from './marks/hear-danger.ts'
import type { ConversationRow } from './queries.ts'
import { allowedHere } from './ruled.ts'
import type { WhyKept } from './rules.ts'
import { unlessThere } from './sent-before.ts'
import type { KeptWordsTable } from './tables.ts'

/** What became of words that could not go: they are kept; and there may be danger in them, of which the designated persons hear at once. */
export type KeptAs = 'kept' | 'kept-danger'
export const isKeptAs = (value: unknown): value is KeptAs => value === 'kept' || value === 'kept-danger'

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
 * person and deputy; else by the worker's manager who is here. Danger in a family's words is heard of at once, as it is in a
 * message. No word of it reaches the other side.
 */
export async function keepWords(
  writer: Writer<PersonActor>,
  { conversation, worker, why }: KeptWhere,
  written: { readonly body: string; readonly key: string },
): Promise<Recorded<KeptAs> | Already<KeptAs>> {
  const { db, actor, now } = writer
  const by = {
    agency_id: actor.agencyId,
    author_id: actor.personId,
    conversation_id: conversation?.id ?? null,
  }
  const danger =
    actor.kind === 'staff'
      ? []
      : await dangerIn(writer, written.body, actor.kind, conversation ? [conversation.subject] : [])
  const as: KeptAs = danger.length > 0 ? 'kept-danger' : 'kept'
  // Pressed twice, the second runs into the first and comes round again.
  const draft = await unlessThere(written, key =>
    writer.again ? selectKeptUnder(db, { ...by, draft_key: key }) : undefined,
  )
  if (draft instanceof Already) return new Already(as)
  const row: KeptWordsTable = {
    ...by,
    id: newId(now.getTime()),
    worker_id: worker ?? conversation?.participants.find(one => one.part === 'worker')?.person_id ?? null,
    body: draft.body,
    kept_at: now,
    why,
    draft_key: draft.key,
    entry_id: newEntryId(writer),
  }
  const readers = await whoReads(writer, actor, row.worker_id)
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
      { id: row.entry_id, value: as },
    ),
    insertKeptWords(db, row),
  ])
  const about = { kind: 'kept-words', id: row.id } as const
  const told = await hearDanger(writer, { ...about, notFor: row.worker_id }, danger, readers)
  // Whoever hears of danger owes that, and not the same reading twice.
  const others = readers.filter(id => !told.includes(id))
  await openDuties(writer, 'kept-words', others, about, row.entry_id)
  return done
}

/** Who reads what somebody wrote where it could not go: never themselves, nor the worker it was meant for, whatever their role. */
export async function whoReads(
  reader: Reader,
  author: Pick<PersonActor, 'kind' | 'personId'>,
  worker: PersonId | null,
): Promise<readonly PersonId[]> {
  const manager = author.kind !== 'child' && worker ? await answersToday(reader, worker) : undefined
  if (manager && manager !== author.personId) return [manager]
  for (const roles of [['designated-person', 'deputy-designated-person'], ['senior-manager']] as const) {
    const people = (await Promise.all(roles.map(role => withRole(reader, role)))).flat()
    const others = [...new Set(people)].filter(id => id !== author.personId && id !== worker)
    if (others.length > 0) return others
  }
  return []
}
