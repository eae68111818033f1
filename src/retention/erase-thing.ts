import { Already, type Refused, refuse } from '../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../records/index.ts'
import { type HeldFacts, heldBy } from './held.ts'
import type { Kept } from './kept.ts'

/**
 * Erases a thing with everything that goes with it, each row with an entry that says so. Erased already: nothing is changed.
 * Throws what the database says (LY074) where a hold came first: then nothing of it happened.
 */
export async function eraseThing(
  writer: Writer,
  kept: Kept,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Recorded<undefined> | Already<undefined>> {
  let last: Recorded<undefined> | Already<undefined> = new Already(undefined)
  for (const part of await kept.parts(writer, id)) {
    const done = await part(writer, reason)
    if (!(done instanceof Already)) last = done
  }
  if (!(last instanceof Already)) await kept.erased?.(writer, id)
  return last
}

/** The same by hand, before its time is over: refuses what a hold keeps. Whoever calls has had access.ts look who may. */
export async function eraseByHand(
  writer: Writer<PersonActor>,
  kept: Kept,
  about: { readonly id: string; readonly reason: string },
): Promise<Recorded<undefined> | Already<undefined> | Refused<'held', HeldFacts>> {
  const held = await heldBy(writer, { event: kept.event, id: about.id })
  return held ? refuse('held', held) : eraseThing(writer, kept, about)
}
