import { type Id, newId } from '../../kit/ids.ts'
import { enqueue } from '../../kit/jobs/index.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { mayBeOne } from '../../people/index.ts'
import {
  type AgencyId,
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../../records/index.ts'
import { recipientsOf, sealFor } from '../../sealing/index.ts'
import { namesOf } from '../casework/queries.ts'
import type { ExportHere } from '../exports/access.ts'
import { gather } from '../exports/told.ts'
import { transferEvidence } from './evidence.ts'
import { type MayGet, selectMayGet } from './queries.ts'
import { type TransferId, type TransferTable, tables } from './tables.ts'

/** An organisation that a file may be sent to, with those there who may get it. */
export interface Elsewhere {
  readonly id: AgencyId
  readonly name: string
  readonly people: readonly MayGet[]
}

/**
 * The organisations of the same board where somebody may get a file. Nobody there gets one who shares so much as a first name with
 * somebody that it is about: they may be the same.
 */
export async function elsewhere(
  writer: Writer<PersonActor>,
  { row }: Permitted<'have-concern-export', ExportHere>,
): Promise<readonly Elsewhere[]> {
  const gathered = await gather(writer, row.concerns)
  if (gathered === 'locked' || gathered === undefined) return []
  const names = await namesOf(writer.db, writer.actor.agencyId, gathered.subjects)
  const adults = gathered.concerns.map(({ said }) => said.adult ?? '')
  const about = [...names.values(), ...adults]
  const free = (await selectMayGet(writer.db)).filter(({ name }) => !about.some(one => mayBeOne(name, one)))
  const ids = [...new Set(free.map(one => one.agency_id))]
  return ids.map(id => {
    const people = free.filter(one => one.agency_id === id)
    return { id, name: people[0]?.agency_name ?? '', people }
  })
}

/** Those whose turn it is first: who answer a file before it comes to anybody else. */
export const firstOf = ({ people }: Elsewhere): readonly MayGet[] =>
  people.filter(({ turn }) => turn === people[0]?.turn)

/**
 * Sends a file: sealed to those who may get it there. The first of them accept or refuse it; it comes to the others if they do
 * not. What is under way is opened by nobody else, and leaves once this commits.
 */
export async function sendFile(
  writer: Writer<PersonActor>,
  { row }: Permitted<'have-concern-export', ExportHere>,
  about: {
    readonly to: Elsewhere
    /** The file as it is checked, and how many entries it has. */
    readonly file: string
    readonly entries: number
    readonly key: Id<'draft'>
  },
): Promise<Change<TransferId, Refused<'no-key'>>> {
  const { to, file, entries, key } = about
  const me = writer.actor.personId
  const answerTo = (await recipientsOf(writer, [me])).get(me)
  if (!answerTo) return refuse('no-key')
  const text = new TextEncoder().encode(file)
  const sealed = await sealFor(
    to.people.map(({ recipient }) => recipient),
    text,
  )
  return inVault(writer, async inside => {
    const { db, actor, now } = inside
    const before = await tables(db)
      .selectFrom('concern_transfer')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where('draft_key', '=', key)
      .executeTakeFirst()
    if (before) return new Already(before.id)
    const sent: TransferTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      export_id: row.id,
      to_agency: to.id,
      to_name: to.name,
      sent_by: me,
      sent_at: now,
      draft_key: key,
      entry_id: newEntryId(inside),
    }
    await tables(db).insertInto('concern_transfer').values(sent).execute()
    await tables(db)
      .insertInto('concern_transfer_content')
      .values({
        agency_id: actor.agencyId,
        transfer_id: sent.id,
        readers: firstOf(to).map(({ person_id }): PersonId => person_id),
        within_reach: to.people.map(({ person_id }): PersonId => person_id),
        answer_to: answerTo,
        entries,
        sealed,
      })
      .execute()
    await enqueue(db, {
      task: 'concern-file-arrives',
      payload: { from: writer.actor.agencyId, to: to.id, id: sent.id },
    })
    return record(
      inside,
      {
        event: 'concern-file.sent',
        about: [
          { kind: 'concern-file', id: sent.id },
          { kind: 'concern-export', id: row.id },
        ],
        cites: ['REP-4'],
        content: contentOf(transferEvidence, sent),
      },
      { id: sent.entry_id, value: sent.id },
    )
  })
}
