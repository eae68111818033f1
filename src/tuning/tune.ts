import { type CalendarDay, dayAt } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Tuner } from './access.ts'
import { endOf } from './end-tuning.ts'
import { tuningSetEvidence } from './evidence.ts'
import { tuningInForce } from './in-force.ts'
import { type Proposal, proposed } from './propose.ts'
import { insertTuning, selectTunings } from './queries.ts'
import type { TuningId, TuningTable } from './tables.ts'

/** What a tuning rests on: that an organisation's managers have the last word on its own rules. */
export const restsOn = ['GEN-STATUS'] as const

export type TuningRefusal = Refused<'wrong', string> | Refused<'until'>

/**
 * Tunes the screening for the whole organisation, from this moment on, in the name of whoever decides. What stood for the
 * same kind before ends with it. Refuses what does not keep within the limits as things stand now, and a gentler rule
 * without a last day within a year. The database refuses it of anybody who may not decide at that moment.
 */
export async function tune(
  writer: Writer<PersonActor>,
  _leave: Permitted<'tune', Tuner>,
  proposal: Proposal,
  { says, until }: { readonly says: string; readonly until: CalendarDay | undefined },
): Promise<Recorded<TuningId> | TuningRefusal> {
  const now = proposed(askedBy(proposal), await tuningInForce(writer))
  if ('wrong' in now) return refuse('wrong', now.wrong)
  if (proposal.what === 'gentler' && !isWithinAYear(until, dayAt(writer.now))) return refuse('until')
  const row = tuningRow(writer, proposal, { says, until })
  await endWhatStands(writer, proposal)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'tuning.set',
        about: [
          { kind: 'tuning', id: row.id },
          { kind: 'person', id: row.set_by },
        ],
        cites: restsOn,
        content: contentOf(tuningSetEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    insertTuning(writer.db, row),
  ])
  return done
}

/** A proposal as it was asked for. */
export function askedBy(proposal: Proposal) {
  if (proposal.what === 'name') return { name: proposal.value }
  const { kind, value } = proposal
  return proposal.what === 'phrase' ? { kind, phrase: value } : { kind, by: proposal.by, to: value }
}

function tuningRow(
  writer: Writer<PersonActor>,
  proposal: Proposal,
  { says, until }: { says: string; until: CalendarDay | undefined },
): TuningTable {
  const { actor, now } = writer
  return {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    what: proposal.what,
    kind: proposal.what === 'name' ? null : proposal.kind,
    written_by: 'by' in proposal ? proposal.by : null,
    value: proposal.value,
    says,
    until: proposal.what === 'gentler' ? (until ?? null) : null,
    set_by: actor.personId,
    set_at: now,
    entry_id: newEntryId(writer),
  }
}

/** Something else comes of it from now on: what was decided on the same before is over. */
async function endWhatStands(writer: Writer<PersonActor>, proposal: Proposal): Promise<void> {
  if (!('by' in proposal)) return
  const all = await selectTunings(writer.db, writer.actor.agencyId)
  const stands = all.filter(
    row => row.kind === proposal.kind && row.written_by === proposal.by && !row.ended_at,
  )
  for (const { id } of stands) await endOf(writer, id, 'Something else was decided in its place.')
}

export const latestDay = (day: CalendarDay): CalendarDay => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  // toISOString begins with the year, month and day of exactly this shape.
  return at.toISOString().slice(0, 10) as CalendarDay
}

const isWithinAYear = (until: CalendarDay | undefined, today: CalendarDay): boolean =>
  until !== undefined && until >= today && until <= latestDay(today)
