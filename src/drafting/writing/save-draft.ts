import { type MadeOf, textOf } from '../../clauses/index.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import { person } from '../../people/index.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Draft } from '../access.ts'
import { revisionEvidence } from '../evidence.ts'
import { type DraftTable, insertRevision, type RevisionTable } from '../queries.ts'
import { longestText, mostParts } from '../rules.ts'

/** Why words were not saved. In every case they are still on the page. */
export type SaveRefusal =
  | Refused<'changed-meanwhile', { readonly by: string }>
  | Refused<'not-being-written'>
  | Refused<'too-long'>
  | Refused<'too-many-parts'>

/** What is changed in a draft; undefined when it cannot be, because what it was made from has changed since. */
export type Edit = (madeOf: MadeOf) => MadeOf | undefined

/**
 * Saves a draft with a change in it. The change says itself whether it can be made to what stands now: where it cannot,
 * somebody else has changed the same words since, and nothing is saved.
 */
export async function saveDraft(
  writer: Writer<PersonActor>,
  { draft, revision, state }: Permitted<'write', Draft>,
  edit: Edit,
): Promise<Change<RevisionTable, SaveRefusal>> {
  if (state !== 'writing') return refuse('not-being-written')
  const madeOf = edit(revision.made_of)
  if (!madeOf) {
    const by = (await person(writer, revision.saved_by))?.name ?? 'Somebody else'
    return refuse('changed-meanwhile', { by })
  }
  if (madeOf === revision.made_of) return new Already(revision)
  if (madeOf.parts.length > mostParts) return refuse('too-many-parts')
  if (textOf(madeOf).length > longestText) return refuse('too-long')
  return keepRevision(writer, { draft, number: revision.number + 1, madeOf, wrote: true })
}

/** Keeps one saving, on the record. Two at the same moment cannot have the same number: the later is tried once more. */
export async function keepRevision(
  writer: Writer<PersonActor>,
  about: {
    readonly draft: DraftTable
    readonly number: number
    readonly madeOf: MadeOf
    readonly wrote: boolean
  },
): Promise<Recorded<RevisionTable>> {
  const { draft, number, madeOf, wrote } = about
  const row: RevisionTable = {
    agency_id: writer.actor.agencyId,
    id: newId(writer.now.getTime()),
    draft_id: draft.id,
    number,
    made_of: madeOf,
    wrote,
    saved_by: writer.actor.personId,
    saved_at: writer.now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: wrote ? 'draft.saved' : 'draft.checked',
        about: [
          { kind: 'draft-revision', id: row.id },
          { kind: 'draft', id: draft.id },
          { kind: 'policy', id: draft.policy_id },
        ],
        cites: ['META-PURPOSE'],
        content: contentOf(revisionEvidence, row),
      },
      { id: row.entry_id, value: row },
    ),
    insertRevision(writer.db, row),
  ])
  return done
}
