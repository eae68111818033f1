import type { Way } from '../people/index.ts'
import type { Ground } from '../records/index.ts'
import type { Notify } from './notify.ts'
import { takeIn } from './take-in.ts'

/** Texts that Notify could not bring, because nobody answered here for half an hour: asked for, and taken in once like any. */
export const textJobs = (ground: Ground, notify: Notify | undefined, here: readonly Way[]) => ({
  'look-for-texts': async () => {
    // Notify is away at times, and is asked again in ten minutes: that is no fault of ours.
    const found = (await notify?.received().catch(() => [])) ?? []
    // The oldest first: they are said in the order in which they were texted.
    for (const came of found.toReversed()) await takeIn(ground, came, here)
  },
})
