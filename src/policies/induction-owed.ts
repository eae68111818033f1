import { enqueue } from '../kit/jobs/index.ts'
import type { Writer } from '../records/index.ts'

/** Whoever has just signed the acceptable use policy owes their induction from now on: src/induction/owe-induction.ts. */
export const inductionIsOwed = ({ db, actor: { agencyId } }: Writer): Promise<void> =>
  enqueue(db, { task: 'owe-induction', payload: { agencyId }, key: `owe-induction:${agencyId}` })
