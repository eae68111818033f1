import { newId } from '../kit/ids.ts'
import { contentOf, newEntryId, type Recorded, record, type Writer } from '../records/index.ts'
import { policyEvidence } from './evidence.ts'
import { type PolicyId, type PolicyTable, tables } from './queries.ts'
import type { PolicyKind } from './rules.ts'

/** Adds a policy to the agency's shelf, without a text yet: it is in force once a version is published. */
export async function addPolicy(
  writer: Writer,
  given: { readonly kind: PolicyKind; readonly title: string; readonly id?: PolicyId },
): Promise<Recorded<PolicyTable>> {
  const entryId = newEntryId(writer)
  const row: PolicyTable = {
    agency_id: writer.actor.agencyId,
    id: given.id ?? newId(writer.now.getTime()),
    kind: given.kind,
    title: given.title,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'policy.added',
        about: [{ kind: 'policy', id: row.id }],
        cites: ['EXP-0'],
        content: contentOf(policyEvidence, row),
      },
      { id: entryId, value: row },
    ),
    tables(writer.db).insertInto('policy').values(row).execute(),
  ])
  return done
}
