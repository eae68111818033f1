import { closeDuties } from '../../duties/index.ts'
import type { Evidence, Recorded, Writer } from '../../records/index.ts'
import { type Part, partOf } from '../../retention/index.ts'
import { concernDuties } from '../casework/rules.ts'
import { documentEvidence } from '../documents/evidence.ts'
import { concernEvidence, linkEvidence, pieceEvidence, readerEvidence, subjectEvidence } from '../evidence.ts'
import type { ConcernTable, StepTable } from '../tables.ts'
import { takeStep } from '../take-step.ts'
import { rowsOfConcern } from './queries.ts'
import { grounds, isGround } from './rules.ts'

/** The rows of one table that go with a concern. */
const partsIn = async <Column extends string>(
  { db }: Writer,
  binding: Evidence<Column>,
  concern: ConcernTable,
): Promise<readonly Part[]> =>
  (await rowsOfConcern(db, binding, concern)).map(row => partOf(binding, row, 'alone'))

/**
 * Erases a concern, each row of it with an entry that says so: what was said and written, what opens it, who was linked to it
 * and whom it was about. The step comes first: by it the database knows that a second person does it, who has read all of it, and
 * nothing more comes to it; what is in it is looked up after that. From the first row on nobody reads it any more. `inside` is in the vault.
 */
export async function eraseConcern(
  inside: Writer,
  concern: ConcernTable,
  ground: string,
): Promise<Recorded<StepTable['id']>> {
  const reason = isGround(ground) ? grounds[ground] : 'Two people decided that it goes'
  const done = await takeStep(inside, concern, { step: 'erased', reason: ground })
  const parts = [
    partOf(concernEvidence, concern, 'alone'),
    ...(await partsIn(inside, pieceEvidence, concern)),
    ...(await partsIn(inside, documentEvidence, concern)),
    ...(await partsIn(inside, readerEvidence, concern)),
    ...(await partsIn(inside, linkEvidence, concern)),
    ...(await partsIn(inside, subjectEvidence, concern)),
  ]
  for (const kind of concernDuties) await closeDuties(inside, { kind, aboutId: concern.id }, done.entryId)
  for (const part of parts) await part(inside, reason)
  return done
}
