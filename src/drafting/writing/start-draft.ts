import type { MadeOf } from '../../clauses/index.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { holdPolicyForPublishing, type PolicyId } from '../../policies/index.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Desk } from '../access.ts'
import { draftEvidence } from '../evidence.ts'
import { type DraftTable, insertDraft, selectNewestDraft } from '../queries.ts'
import { isOpen } from '../rules.ts'
import { keepRevision } from './save-draft.ts'

/** How somebody begins: from what is in force, from clauses, or with words of their own. */
export const beginnings = ['in-force', 'clauses', 'words', 'file'] as const
export type Beginning = (typeof beginnings)[number]

/** What was begun, and how: the page one goes on to depends on it. */
export interface Started {
  readonly begin: Beginning
  readonly policy: PolicyId
}

export interface Begun {
  readonly way: DraftTable['way']
  readonly madeOf: MadeOf
}

/**
 * Begins a draft of a policy. There is one at a time: where one is open, begun meanwhile by somebody else perhaps, that one
 * stands, and nothing is begun.
 */
export async function startDraft(
  writer: Writer<PersonActor>,
  { shelf, current }: Permitted<'write', Desk>,
  { way, madeOf }: Begun,
  begin: Beginning,
): Promise<Change<Started, Refused<'open-already'>>> {
  const { db, actor, now } = writer
  if (current && isOpen(current.state))
    return writer.again ? new Already({ begin, policy: shelf.policy.id }) : refuse('open-already')
  await holdPolicyForPublishing(db, actor.agencyId, shelf.policy.id)
  const newest = await selectNewestDraft(db, actor.agencyId, shelf.policy.id)
  if (newest?.id !== current?.draft.id) return refuse('open-already')
  const row: DraftTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    policy_id: shelf.policy.id,
    way,
    begun_by: actor.personId,
    begun_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'draft.begun',
        about: [
          { kind: 'draft', id: row.id },
          { kind: 'policy', id: row.policy_id },
        ],
        cites: ['META-PURPOSE'],
        content: contentOf(draftEvidence, row),
      },
      { id: row.entry_id, value: { begin, policy: row.policy_id } },
    ),
    insertDraft(db, row),
  ])
  await keepRevision(writer, { draft: row, number: 1, madeOf, wrote: true })
  return done
}
