import { sql } from 'kysely'
import { idFrom } from '../kit/ids.ts'
import { type Kept, partOf } from '../retention/index.ts'
import { announceCall } from './announce-call.ts'
import { callAnswerEvidence, numberOpeningEvidence, phoneCallEvidence } from './evidence.ts'
import { callTables, selectCall, selectOpening } from './queries.ts'
import { routes } from './routes.ts'

/** What calls were about, and what was said to them. */
export const keptCalls: Kept = {
  kind: 'call',
  event: 'call.logged',
  standing: agencyId => sql`
    select c.id, c.began_at as counts_from from phone_call c
    where c.agency_id = ${agencyId} and c.about <> '(erased)'`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'phone-call'>(text)
    if (!id) return []
    const [call, answer] = await Promise.all([
      callTables(db)
        .selectFrom('phone_call')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('id', '=', id)
        .executeTakeFirst(),
      callTables(db)
        .selectFrom('phone_call_answer')
        .selectAll()
        .where('agency_id', '=', actor.agencyId)
        .where('call_id', '=', id)
        .executeTakeFirst(),
    ])
    if (!call) return []
    return [
      partOf(phoneCallEvidence, call),
      ...(answer ? [partOf(callAnswerEvidence, { ...answer, id: answer.call_id }, 'alone')] : []),
    ]
  },
  erased: async (writer, text) => {
    const id = idFrom<'phone-call'>(text)
    const call = id && (await selectCall(writer.db, writer.actor.agencyId, id))
    if (call) await announceCall(writer, call.with_id)
  },
  page: id => routes.call.to({ call: id }),
}

/** Why a family's number was shown to somebody. */
export const keptOpenings: Kept = {
  kind: 'number-opening',
  event: 'number.opened',
  standing: agencyId => sql`
    select o.id, o.opened_at as counts_from from number_opening o
    where o.agency_id = ${agencyId} and o.reason <> '(erased)'`,
  parts: async ({ db, actor }, text) => {
    const id = idFrom<'number-opening'>(text)
    const row = id && (await selectOpening(db, actor.agencyId, id))
    return row ? [partOf(numberOpeningEvidence, row)] : []
  },
}

export const callsKept: readonly Kept[] = [keptCalls, keptOpenings]
