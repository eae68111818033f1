import { closeDuties, openDuties, owes } from '../../duties/index.ts'
import { type CalendarDay, dayAt } from '../../guidance/index.ts'
import { newId } from '../../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { linkDecisionEvidence } from './evidence.ts'
import { insertLinkDecision, type LinkRow } from './queries.ts'
import type { LinkDecision } from './rules.ts'
import { latestReview } from './standing.ts'
import type { LinkDecisionTable, LinkId } from './tables.ts'

export interface DecidingLink {
  readonly decision: LinkDecision
  readonly limits: string | undefined
  readonly endsOn: CalendarDay | undefined
  readonly reviewOn: CalendarDay | undefined
}

export type DecidingLinkRefusal = Refused<'no-limits'> | Refused<'no-end'> | Refused<'no-day'>

/**
 * Decides on somebody's personal link, in the manager's own name; the newest decision stands until its review. What ends by
 * a day is looked at again on that day. Whoever declared it is told.
 */
export async function decideLink(
  writer: Writer<PersonActor>,
  link: Permitted<'decide', LinkRow>,
  { decision, limits, endsOn, reviewOn }: DecidingLink,
): Promise<Recorded<LinkId> | DecidingLinkRefusal> {
  const { db, actor, now } = writer
  if (decision === 'within-limits' && !limits) return refuse('no-limits')
  if (decision === 'ends' && !endsOn) return refuse('no-end')
  const review = decision === 'ends' ? endsOn : reviewOn
  if (!review || review <= dayAt(now) || review > latestReview(now)) return refuse('no-day')
  const row: LinkDecisionTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    link_id: link.id,
    decision,
    limits: decision === 'within-limits' ? (limits ?? null) : null,
    ends_on: decision === 'ends' ? review : null,
    review_on: review,
    decided_by: actor.personId,
    decided_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'personal-link.decided',
        about: [
          { kind: 'personal-link-decision', id: row.id },
          { kind: 'personal-link', id: link.id },
        ],
        cites: ['GEN-INAPP-5', 'SN-DONT-2', 'SN-POOR-4'],
        content: contentOf(linkDecisionEvidence, row),
      },
      { id: row.entry_id, value: link.id },
    ),
    insertLinkDecision(db, row),
  ])
  await closeDuties(writer, { kind: 'decide-link', aboutId: link.id }, row.entry_id)
  await closeDuties(writer, { kind: 'review-link', aboutId: link.id }, row.entry_id)
  const about = { kind: 'personal-link', id: link.id }
  await openDuties(writer, 'read-link', [link.declared_by], about, row.entry_id)
  return done
}

/** Whoever declared it has looked: if a decision waited for them, they have read it. */
export async function decisionSeen(writer: Writer<PersonActor>, id: LinkId): Promise<void> {
  const which = { kind: 'read-link', person: writer.actor.personId, aboutId: id } as const
  if (!(await owes(writer, which))) return
  const seen = await record(writer, {
    event: 'personal-link.decision-seen',
    about: [{ kind: 'personal-link', id }],
    cites: [],
    content: { link: id, at: writer.now.toISOString() },
  })
  await closeDuties(writer, which, seen.entryId)
}
