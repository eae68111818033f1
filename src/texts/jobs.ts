import type { Way } from '../people/index.ts'
import type { Ground } from '../records/index.ts'
import type { Notify } from './notify.ts'
import { takeIn } from './take-in.ts'

/** Texts that Notify could not bring, because nobody answered here for half an hour: asked for, and taken in once like any. */
export const textJobs = (ground: Ground, notify: Notify | undefined, here: readonly Way[]) => ({
  'look-for-texts': async () => {
    // The oldest first: they are said in the order in which they were texted.
    for (const came of [...((await notify?.received()) ?? [])].reverse()) await takeIn(ground, came, here)
  },
})
