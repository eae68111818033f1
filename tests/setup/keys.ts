import type { Person } from './person.ts'

/** Words that pass, for whoever needs a key in a test. */
export const someWords = 'gondola thimble quartz fennel oboe heron'

/** Makes a person's key to what is sealed; it is unlocked from then on in their sign-in. */
export const makesKey = (who: Person, words = someWords): Promise<string> =>
  who.go('/sealing/make', { words, again: words })

/** Unlocks it again. */
export const unlocks = (who: Person, words = someWords): Promise<string> =>
  who.go('/sealing/unlock', { words })
