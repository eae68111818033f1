import { newId } from '../kit/ids.ts'
import { contentOf, newEntryId, type PersonId, record, type Writer } from '../records/index.ts'
import { decisionHolderEvidence } from './evidence.ts'
import { insertHolder } from './queries.ts'
import type { DecisionId } from './tables.ts'

/** Says on the record who answers for a decision from now on: they are told before it ends. Who took it stays as it was. */
export async function holdDecision(writer: Writer, decision: DecisionId, person: PersonId): Promise<void> {
  const { db, actor, now } = writer
  const row = {
    agency_id: actor.agencyId,
    id: newId<'decision-holder'>(now.getTime()),
    decision_id: decision,
    person_id: person,
    set_at: now,
    entry_id: newEntryId(writer),
  }
  await Promise.all([
    record(
      writer,
      {
        event: 'decision.held',
        about: [
          { kind: 'decision-holder', id: row.id },
          { kind: 'decision', id: decision },
          { kind: 'person', id: person },
        ],
        cites: ['GEN-STATUS'],
        content: contentOf(decisionHolderEvidence, row),
      },
      { id: row.entry_id },
    ),
    insertHolder(db, row),
  ])
}
