import { closeDuties } from '../duties/index.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { CallHere } from './access.ts'
import { callAnswerEvidence } from './evidence.ts'
import { callTables } from './queries.ts'

/**
 * A manager says whether they agree to a call that was made on somebody's own phone, and what happens next. It is said
 * once, and the caller reads it.
 */
export async function answerCall(
  writer: Writer<PersonActor>,
  { call, mayAnswer }: Permitted<'read', CallHere>,
  said: { readonly agreed: boolean; readonly says: string | undefined },
): Promise<Recorded<undefined> | Refused<'answered'> | Refused<'no-words'>> {
  if (!mayAnswer) return refuse('answered')
  if (!said.agreed && !said.says) return refuse('no-words')
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row = {
    agency_id: actor.agencyId,
    call_id: call.id,
    answered_by: actor.personId,
    answered_at: now,
    agreed: said.agreed,
    says: said.says ?? null,
    entry_id: entryId,
  }
  const done = await record(
    writer,
    {
      event: 'call.answered',
      about: [{ kind: 'phone-call', id: call.id }],
      cites: ['PH-POOR-1', 'PH-SAFE-1'],
      content: contentOf(callAnswerEvidence, row),
    },
    { id: entryId },
  )
  await callTables(db).insertInto('phone_call_answer').values(row).execute()
  await closeDuties(writer, { kind: 'own-phone', aboutId: call.id }, entryId)
  return done
}
