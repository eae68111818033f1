import { closeDuties, openDuties, owedOf } from '../duties/index.ts'
import { dayAt } from '../guidance/index.ts'
import { Already } from '../kit/proof.ts'
import { answersToday, awayFrom, whoIsAway, withRole } from '../people/index.ts'
import {
  newEntryId,
  type PersonId,
  type Reader,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../records/index.ts'
import { type PausedRow, selectPaused } from './pause-queries.ts'
import type { ConversationRow } from './queries.ts'
import { hasSecondAdult } from './ruled.ts'
import { isAdult } from './rules.ts'

/**
 * Since when a conversation with a child has had too few adults in it: the moment of the last that was lost. Undefined while it
 * has enough.
 */
export async function pausedSince(
  reader: Reader,
  { participants }: Pick<ConversationRow, 'participants'>,
): Promise<Date | undefined> {
  if (hasSecondAdult(participants)) return undefined
  const adults = participants.filter(({ part }) => isAdult(part))
  const away = await awayFrom(
    reader,
    adults.filter(one => one.away_until).map(one => one.person_id),
  )
  const left = adults.flatMap(({ left_at }) => (left_at ? [new Date(left_at)] : []))
  return [...away, ...left].toSorted((one, other) => other.getTime() - one.getTime())[0] ?? reader.now
}

/**
 * Told when somebody has gone away or is back. Of the conversations they are in, those that pause are owed a second adult by a
 * manager who is here; for those that go on, nobody owes one any more.
 */
export const presenceChanged = async (writer: Writer, personId: PersonId): Promise<void> => {
  await look(writer, [personId])
}

/** Every conversation that pauses today, and every one that goes on again. Says how many changed. */
export async function lookAtPauses(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  return (await look(writer, await whoIsAway(writer))) ?? new Already(0)
}

async function look(writer: Writer, people: readonly PersonId[]): Promise<Recorded<number> | undefined> {
  const { db, actor, now } = writer
  const owed = await owedOf(writer, 'find-second-adult')
  const rows = await selectPaused(db, {
    agencyId: actor.agencyId,
    day: dayAt(now),
    people,
    owed: owed.map(({ aboutId }) => aboutId),
  })
  const changed: { readonly row: PausedRow; readonly persons: readonly PersonId[] }[] = []
  for (const row of rows) {
    const owing = owed.filter(({ aboutId }) => aboutId === row.id).map(({ personId }) => personId)
    if (row.paused === owing.length > 0) continue
    const persons = row.paused ? await whoFinds(writer, row) : owing
    if (persons.length > 0) changed.push({ row, persons })
  }
  if (changed.length === 0) return undefined
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'conversations.paused',
      about: [{ kind: 'agency', id: writer.actor.agencyId }],
      cites: ['GEN-GUIDE-2'],
      content: {
        conversations: changed.map(({ row, persons }) => ({
          conversation: row.id,
          paused: row.paused,
          persons,
        })),
      },
    },
    { id: entry, value: changed.length },
  )
  for (const { row, persons } of changed) {
    if (row.paused)
      await openDuties(writer, 'find-second-adult', persons, { kind: 'conversation', id: row.id }, entry)
    else await closeDuties(writer, { kind: 'find-second-adult', aboutId: row.id }, entry)
  }
  return done
}

/** The worker's manager who is here today, at whatever height; where there is none, every designated person and deputy. */
async function whoFinds(writer: Writer, row: PausedRow): Promise<readonly PersonId[]> {
  for (const id of row.staff) {
    const manager = await answersToday(writer, id)
    if (manager) return [manager]
  }
  const designated = await Promise.all(
    (['designated-person', 'deputy-designated-person'] as const).map(role => withRole(writer, role)),
  )
  return [...new Set(designated.flat())]
}
