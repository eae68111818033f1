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
import { ruleEvidence } from './evidence.ts'
import { insertRule } from './queries.ts'
import { type KeptKind, keptKindAt, restsOn } from './rules.ts'
import type { RetentionRuleTable } from './tables.ts'

/** Whether an organisation may keep a kind so many months. */
export const isWithinLimits = (kind: KeptKind, months: number): boolean =>
  Number.isInteger(months) && months >= keptKindAt(kind).least && months <= keptKindAt(kind).most

/**
 * Sets how many months a kind is kept, for the whole organisation and from the next night on, in the name of whoever
 * decides. Refuses what is outside its limits; the database does too.
 */
export async function setMonths(
  writer: Writer<PersonActor>,
  { kind }: Permitted<'set', { readonly kind: KeptKind }>,
  { months, says }: { readonly months: number; readonly says: string },
): Promise<Recorded<KeptKind> | Refused<'limits'>> {
  if (!isWithinLimits(kind, months)) return refuse('limits')
  const { actor, now, db } = writer
  const row: RetentionRuleTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    kind,
    months,
    says,
    set_by: actor.personId,
    set_at: now,
    entry_id: newEntryId(writer),
  }
  const done = await record(
    writer,
    {
      event: 'retention.set',
      about: [{ kind: 'retention-rule', id: row.id }],
      cites: restsOn,
      content: contentOf(ruleEvidence, row),
    },
    { id: row.entry_id, value: kind },
  )
  await insertRule(db, row)
  return done
}
