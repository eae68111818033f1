import { newId } from '../../kit/ids.ts'
import { enqueueAll } from '../../kit/jobs/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { letterEvidence } from './evidence.ts'
import type { Chain } from './links.ts'
import { chainTables, type LetterTable } from './tables.ts'

/** Sends a letter that only tries the way to each designated person and deputy. */
export async function sendLetters(
  writer: Writer<PersonActor>,
  { people }: Permitted<'mend', Chain>,
): Promise<Change<number, Refused<'nobody-to-write-to'>>> {
  if (people.length === 0) return refuse('nobody-to-write-to')
  const home = writer.actor.agencyId
  const sent = await inVault(writer, async inside => {
    const all: { readonly row: LetterTable; readonly done: Recorded<number> }[] = []
    for (const { id } of people) all.push(await sendOne(inside, writer.actor.personId, id))
    return all
  })
  await enqueueAll(
    writer.db,
    'chain-letter',
    sent.map(({ row: { id, person_id } }) => ({
      payload: { agencyId: home, personId: person_id, letterId: id },
      key: `chain-letter:${id}`,
      runAt: null,
    })),
  )
  return sent.at(-1)?.done ?? refuse('nobody-to-write-to')
}

async function sendOne(inside: Writer<PersonActor>, by: PersonId, to: PersonId) {
  const { db, actor, now } = inside
  const row: LetterTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    person_id: to,
    sent_by: by,
    sent_at: now,
    entry_id: newEntryId(inside),
  }
  await chainTables(db).insertInto('chain_letter').values(row).execute()
  const done = await record(
    inside,
    {
      event: 'chain.letter-sent',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: ['REP-4'],
      content: contentOf(letterEvidence, row),
    },
    { id: row.entry_id, value: 1 },
  )
  return { row, done }
}
