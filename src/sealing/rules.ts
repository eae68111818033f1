import { hours, minutes } from '../kit/clock.ts'
import type { Role } from '../records/index.ts'

/** Who has a key: those who may have to read what is sealed. An administrator, as such, never. The database holds the same. */
export const mayHaveKey: readonly Role[] = ['designated-person', 'deputy-designated-person', 'senior-manager']

/** How long a key stays unlocked: without anything sealed being read, and at most. In milliseconds. */
export const unlockedFor = { unused: minutes(30), most: hours(8) } as const

/** For how long after unlocking how it is locked can be changed: whoever finds a computer open cannot give themselves a lock. */
export const freshFor = minutes(10)

/** Tries in their window: more are turned away. From the third wrong ones on, each is on the record. */
export const tries = { most: 10, seconds: 900 } as const
export const quietlyWrong = { most: 2, seconds: 900 } as const

/** The shortest passphrase, in characters, and the longest. */
export const passphrase = { least: 16, most: 200 } as const
