import { isAgreed } from '../agreements/index.ts'
import { openDuties } from '../duties/index.ts'
import { keptOf, screened, whoAnswers } from '../messages/index.ts'
import { contentOf, newEntryId, type PersonActor, record, type Writer } from '../records/index.ts'
import { callMarkEvidence } from './evidence.ts'
import { callTables, type PhoneCallTable } from './queries.ts'

/** The words of a call that somebody reads, as they are screened. */
export const wordsOf = ({ about, agreed }: Pick<PhoneCallTable, 'about' | 'agreed'>): string =>
  agreed ? `${about}\n${agreed}` : about

/** What is told of a call that has just been written down. */
export interface Told {
  /** It was with a child, and nobody had agreed to calls, or somebody said no to them. */
  readonly notAgreed: boolean
  /** Whoever answers for the caller is asked to look at it. */
  readonly looked: boolean
}

/**
 * Screens what was written down of a call as a worker's words are, and looks whether calls with the child are agreed to. A call
 * is a fact: nothing of it is refused. What would have kept a message back is told to whoever answers for the caller.
 */
export async function markCall(
  writer: Writer<PersonActor>,
  call: PhoneCallTable,
  withChild: boolean,
): Promise<Told> {
  const { db, actor, now } = writer
  const {
    stopped = [],
    held = [],
    asked = [],
    look = [],
  } = await screened(writer, wordsOf(call), {
    speaker: 'worker',
  })
  const found = [...stopped, ...held, ...asked, ...look]
  // A call that they made themselves, and a call that was missed, is told of all the same: somebody asks the family first.
  const notAgreed = withChild && !(await isAgreed(writer, call.with_id, 'call'))
  if (found.length === 0 && !notAgreed) return { notAgreed, looked: false }
  const row = {
    agency_id: actor.agencyId,
    call_id: call.id,
    not_agreed: notAgreed,
    found: keptOf(found),
    marked_at: now,
    entry_id: newEntryId(writer),
  }
  await record(
    writer,
    {
      event: 'call.marked',
      about: [
        { kind: 'phone-call', id: call.id },
        { kind: 'person', id: call.with_id },
      ],
      cites: [...new Set(found.flatMap(one => one.cites))],
      content: contentOf(callMarkEvidence, row),
    },
    { id: row.entry_id },
  )
  await callTables(db)
    .insertInto('phone_call_mark')
    .values({ ...row, found: JSON.stringify(row.found) })
    .execute()
  const people = (await whoAnswers(writer, actor.personId)).filter(id => id !== actor.personId)
  await openDuties(writer, 'look-at-call', people, { kind: 'phone-call', id: call.id }, row.entry_id)
  return { notAgreed, looked: people.length > 0 }
}
