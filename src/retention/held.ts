import { inDays } from '../kit/clock.ts'
import type { Reader } from '../records/index.ts'
import { selectHeldBy, selectHolds } from './queries.ts'

/** Whom to ask about a hold. Not named, where it is on whoever asks: they are not to learn of it. */
export interface HeldFacts {
  readonly ask: string
}

/** Why a thing may not be erased now; undefined where no hold keeps it. */
export async function heldBy(
  reader: Reader,
  which: { readonly event: string; readonly id: string },
): Promise<HeldFacts | undefined> {
  const { db, actor } = reader
  const id = await selectHeldBy(db, actor.agencyId, which)
  if (!id) return undefined
  const me = actor.kind === 'system' ? null : actor.personId
  const [hold] = await selectHolds(db, { agencyId: actor.agencyId, reader: me, id })
  if (!hold) return { ask: 'a senior manager' }
  return { ask: `${hold.placed_by_name}, who put a hold on it on ${inDays(hold.placed_at)}` }
}

/** The refusal's words, the same wherever something is erased by hand. */
export const heldWords = (facts: HeldFacts): string =>
  `Nothing was erased: it has to be kept for now. Ask ${facts.ask}. It can be erased once that is over.`
