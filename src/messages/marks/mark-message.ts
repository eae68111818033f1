import { openDuties, tellAtOnce } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Finding } from '../../screening/index.ts'
import type { ToWriteIn } from '../access.ts'
import { isStaff } from '../rules.ts'
import { keptOf, type Screened } from '../screened.ts'
import type { MessageId } from '../tables.ts'
import { allDesignated, whoAnswers } from '../who-answers.ts'
import { markEvidence } from './evidence.ts'
import { insertMark, type MarkId, type MarkKind } from './queries.ts'

interface Said {
  readonly id: MessageId
  /** Why its writer sent it all the same, where they were asked. */
  readonly reason: string | undefined
}

/**
 * Marks a message that has just been stored with what was found in it, and owes it a look: danger to the designated
 * persons and their deputies, by a letter at once that says nothing of it; a worker's reason, and abuse, to whoever answers
 * for the worker. Says whether there was danger in it.
 */
export async function markMessage(
  writer: Writer<PersonActor>,
  found: ToWriteIn,
  screened: Screened,
  said: Said,
): Promise<boolean> {
  const kinds = (['masked', 'asked', 'look', 'danger'] as const).filter(kind => screened[kind])
  if (kinds.length === 0) return false
  for (const kind of kinds) await mark(writer, kind, screened[kind] ?? [], { found, said })
  return kinds.includes('danger')
}

async function mark(
  writer: Writer<PersonActor>,
  kind: MarkKind,
  findings: readonly Finding[],
  { found, said }: { readonly found: ToWriteIn; readonly said: Said },
): Promise<void> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const id: MarkId = newId(now.getTime())
  const row = {
    agency_id: actor.agencyId,
    id,
    message_id: said.id,
    kind,
    found: keptOf(findings),
    reason: kind === 'asked' ? (said.reason ?? null) : null,
    marked_at: now,
    entry_id: entryId,
  }
  await record(
    writer,
    {
      event: 'message.marked',
      about: [
        { kind: 'message-mark', id },
        { kind: 'message', id: said.id },
        { kind: 'conversation', id: found.conversation.id },
      ],
      cites: [...new Set(findings.flatMap(one => one.cites))],
      content: contentOf(markEvidence, row),
    },
    { id: entryId },
  )
  insertMark(db, row)
  if (kind === 'masked') return
  const people = kind === 'danger' ? await hearOfDanger(writer, found) : await look(writer, found)
  const duty = kind === 'danger' ? 'danger' : 'look-at-message'
  await openDuties(writer, duty, people, { kind: 'message-mark', id }, entryId)
  if (kind === 'danger') tellAtOnce(writer, people)
}

/** The designated persons and their deputies; where there are none, whoever answers for the worker, or the worker. */
async function hearOfDanger(writer: Writer<PersonActor>, found: ToWriteIn): Promise<readonly PersonId[]> {
  const people = await allDesignated(writer)
  if (people.length > 0) return people
  const others = await look(writer, found)
  return others.length > 0 ? others : staffIn(found)
}

/** Whoever answers for the one who wrote, or for the worker who was written to. */
async function look(writer: Writer<PersonActor>, found: ToWriteIn): Promise<readonly PersonId[]> {
  const workers = isStaff(found.as) ? [writer.actor.personId] : staffIn(found, 'worker')
  const people = await Promise.all(workers.map(worker => whoAnswers(writer, worker)))
  return [...new Set(people.flat())].filter(id => id !== writer.actor.personId)
}

const staffIn = ({ conversation }: ToWriteIn, part?: 'worker'): readonly PersonId[] =>
  conversation.participants
    .filter(p => p.left_at === null && (part ? p.part === part : isStaff(p.part)))
    .map(p => p.person_id)
