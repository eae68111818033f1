import { closeDuties, openDuties, owedOf, tellAtOnce } from '../../duties/index.ts'
import { days, hours, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { Already } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
import {
  contentOf,
  inVault,
  newEntryId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../../records/index.ts'
import { fileReaderEvidence } from './evidence.ts'
import { type ArrivedRow, selectUnanswered } from './queries.ts'
import { type FileReaderTable, tables } from './tables.ts'

/** To whom a file comes that nobody has answered, and how long after it should have been. */
const next = [
  { role: 'designated-person', after: 0 },
  { role: 'deputy-designated-person', after: 0 },
  { role: 'senior-manager', after: days(1) },
] as const

type Owed = Awaited<ReturnType<typeof owedOf>>[number]

/**
 * Looks after the files that came from other organisations, of itself: what nobody has answered in time is owed by the deputy too,
 * then by whoever leads, whose keys open it already; what nobody who is here owes comes to the next at once. Says how many
 * people something came to.
 */
export async function lookAfterFiles(
  writer: Writer<SystemActor>,
): Promise<Recorded<number> | Already<number>> {
  const order: (readonly PersonId[])[] = []
  for (const { role } of next) order.push(await withRole(writer, role))
  const told: PersonId[] = []
  const done = await inVault(writer, async inside => {
    const owed = await owedOf(inside, 'answer-file')
    const ids = [...new Set(owed.map(one => one.aboutId))]
    const files = await selectUnanswered(inside.db, inside.actor.agencyId, ids)
    let last: Recorded<unknown> | undefined
    for (const file of files) {
      const theirs = owed.filter(({ aboutId }) => aboutId === file.id)
      for (const person of whoIsNext(file, theirs, { order, now: inside.now })) {
        last = await comesTo(inside, file, { person, owed: theirs, here: order.flat() })
        told.push(person)
      }
    }
    return last ? last.with(told.length) : new Already(0)
  })
  tellAtOnce(writer, told)
  return done
}

/** Who is to answer it besides, now. */
function whoIsNext(
  { within_reach, readers }: ArrivedRow,
  owed: readonly Owed[],
  { order, now }: { readonly order: readonly (readonly PersonId[])[]; readonly now: Date },
): readonly PersonId[] {
  const owing = new Set(owed.map(({ personId }) => personId))
  const may = (id: PersonId) => (within_reach ?? readers).includes(id) && !owing.has(id)
  const due = new Date(Math.min(...owed.map(({ dueAt }) => dueAt.getTime())))
  const late = next.flatMap(({ after }, at) =>
    later(due, after) <= now ? (order[at] ?? []).filter(may) : [],
  )
  if (late.length > 0 || order.flat().some(id => owing.has(id))) return [...new Set(late)]
  return order.map(people => people.filter(may)).find(people => people.length > 0) ?? []
}

/** It comes to one more, who owes the answer from now on; what somebody owed who is not here any more is theirs. */
async function comesTo(
  inside: Writer,
  { id, readers }: ArrivedRow,
  about: { readonly person: PersonId; readonly owed: readonly Owed[]; readonly here: readonly PersonId[] },
): Promise<Recorded<unknown>> {
  const { db, actor, now } = inside
  const row: FileReaderTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    file_id: id,
    person_id: about.person,
    since: now,
    entry_id: newEntryId(inside),
  }
  const thing = { kind: 'concern-file', id }
  if (!readers.includes(about.person))
    await tables(db).insertInto('concern_file_reader').values(row).execute()
  await openDuties(inside, 'answer-file', [about.person], thing, row.entry_id, later(now, hours(4)))
  for (const { personId } of about.owed.filter(one => !about.here.includes(one.personId)))
    await closeDuties(inside, { kind: 'answer-file', person: personId, aboutId: id }, row.entry_id)
  return record(
    inside,
    readers.includes(about.person)
      ? { event: 'concern-file.owed', about: [thing], cites: ['REP-4'], content: { file: id } }
      : {
          event: 'concern-file.came-to',
          about: [thing],
          cites: ['REP-4'],
          content: contentOf(fileReaderEvidence, row),
        },
    { id: row.entry_id },
  )
}
