import type { Permitted } from '../../kit/proof.ts'
import { inVault, type PersonActor, type Reader } from '../../records/index.ts'
import { concernHere } from '../access.ts'
import { selectSteps } from '../queries.ts'
import type { ConcernTable, StepTable } from '../tables.ts'
import { type KeptConcern, monthsHere, selectKept } from './queries.ts'
import { keepingSteps } from './rules.ts'

/** How the keeping of a concern stands, for whoever reads it. */
export interface Keeping {
  readonly row: Permitted<'see', ConcernTable>
  /** Undefined while it is open: nothing of it is ever due then. */
  readonly kept: KeptConcern | undefined
  /** That somebody asked for it to be erased, and nobody has answered yet. */
  readonly asked: StepTable | undefined
  /** The hold on the concern itself, where one stands. */
  readonly hold: StepTable | undefined
}

export async function keepingOf(reader: Reader<PersonActor>, text: string): Promise<Keeping | undefined> {
  const row = await concernHere(reader, text)
  if (!row) return undefined
  const months = await monthsHere(reader)
  const { kept, steps } = await inVault(reader, async ({ db, actor }) => ({
    kept: (await selectKept(db, months, [row.id]))[0],
    steps: await selectSteps(db, actor.agencyId, row.id),
  }))
  const last = steps.filter(({ step }) => keepingSteps.some(one => one === step)).at(-1)
  const hold = steps.filter(({ step }) => step === 'held' || step === 'released').at(-1)
  return {
    row,
    kept,
    asked: last?.step === 'erase-asked' ? last : undefined,
    hold: hold?.step === 'held' ? hold : undefined,
  }
}

export const isDue = (kept: KeptConcern | undefined, now: Date): boolean =>
  kept?.due_at !== null && kept?.due_at !== undefined && kept.due_at <= now
