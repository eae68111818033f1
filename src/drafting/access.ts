import { dayAt } from '../guidance/index.ts'
import { type Permitted, permit, type Refused, refuse } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import { type Approved, mayWrite, type OnShelf, policyOnShelf } from '../policies/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import {
  type DraftTable,
  type RevisionTable,
  type StepTable,
  selectNewestDraft,
  selectNewestRevision,
  selectSteps,
  selectWriters,
} from './queries.ts'
import { type DraftState, mayApprove, stateAfter } from './rules.ts'

/** A draft as it stands: its words, where it is, and how it came there. */
export interface Draft {
  readonly shelf: OnShelf
  readonly draft: DraftTable
  readonly revision: RevisionTable
  readonly steps: readonly StepTable[]
  readonly state: DraftState
  /** Everybody who wrote some of it, whoever wrote last first. */
  readonly writers: readonly PersonId[]
}

/** A policy as those who write it have it, with the draft that was begun last, if there was any. */
export interface Desk {
  readonly shelf: OnShelf
  readonly current: Draft | undefined
}

/** A policy to write: for those whose role it is, and for its owner. */
export async function deskToWriteAt(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'write', Desk> | undefined> {
  if (reader.actor.kind !== 'staff') return undefined
  const shelf = await policyOnShelf(reader, policy)
  if (!shelf) return undefined
  const owns = shelf.owner?.owner_id === reader.actor.personId
  if (!owns && !(await hasRole(reader, ...mayWrite))) return undefined
  return permit('write', { shelf, current: await newestDraft(reader, shelf) })
}

/**
 * The draft of a policy that was begun last, to write. Whether it can still be changed, the verb looks: what somebody typed
 * meanwhile is to come back to them.
 */
export async function draftToWrite(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'write', Draft> | undefined> {
  const desk = await deskToWriteAt(reader, policy)
  return desk?.current && permit('write', desk.current)
}

/** The same draft, if this person may approve it: it is their role, and they wrote none of it. */
export async function toApprove(
  reader: Reader<PersonActor>,
  draft: Draft,
): Promise<Permitted<'approve', Draft> | Refused<'you-wrote-it'> | Refused<'not-your-role'>> {
  if (!(await hasRole(reader, ...mayApprove))) return refuse('not-your-role')
  if (draft.writers.includes(reader.actor.personId)) return refuse('you-wrote-it')
  return permit('approve', draft)
}

/** The text of a policy that was approved and whose day has come. Undefined where none is waiting. */
export async function approvedToPublish(
  reader: Reader,
  policy: string,
): Promise<Permitted<'publish', Approved> | undefined> {
  const current = await draftThatWaits(reader, policy)
  const step = current?.steps.at(-1)
  if (!current || step?.step !== 'approved' || !step.effective_on || !step.person_id || !step.text)
    return undefined
  const [writtenBy] = current.writers
  if (!writtenBy || step.effective_on > dayAt(reader.now)) return undefined
  const asked = current.steps.findLast(one => one.step === 'asked')
  return permit('publish', {
    policy: current.shelf.policy,
    draftId: current.draft.id,
    text: step.text,
    madeOf: current.revision.made_of,
    changeNote: asked?.words ?? '',
    signAgain: step.sign_again ?? true,
    writtenBy,
    approvedBy: step.person_id,
    approvedAt: step.at,
    effectiveOn: step.effective_on,
    reviewOn: step.review_on,
  })
}

/** The draft of a policy that was begun last, as the job that publishes on the day has it. */
export async function draftThatWaits(reader: Reader, policy: string): Promise<Draft | undefined> {
  const shelf = await policyOnShelf(reader, policy)
  return shelf && newestDraft(reader, shelf)
}

async function newestDraft(reader: Reader, shelf: OnShelf): Promise<Draft | undefined> {
  const { db, actor } = reader
  const draft = await selectNewestDraft(db, actor.agencyId, shelf.policy.id)
  if (!draft) return undefined
  const [revision, steps, writers] = await Promise.all([
    selectNewestRevision(db, actor.agencyId, draft.id),
    selectSteps(db, actor.agencyId, draft.id),
    selectWriters(db, actor.agencyId, draft.id),
  ])
  if (!revision) return undefined
  const state = stateAfter(steps.at(-1)?.step)
  return { shelf, draft, revision, steps, state, writers: writers.map(one => one.person_id) }
}
