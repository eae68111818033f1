import type { Person } from './person.ts'

/** Words that pass, for whoever needs a key in a test. */
export const someWords = 'gondola thimble quartz fennel oboe heron'

/** Makes a person's key to what is sealed; it is unlocked from then on in their sign-in. */
export const makesKey = (who: Person, words = someWords): Promise<string> =>
  who.go('/sealing/make', { words, again: words })

/** Unlocks it again. */
export const unlocks = (who: Person, words = someWords): Promise<string> =>
  who.go('/sealing/unlock', { words })

/** What a passkey gives, as the page's script sends it. Which is which is told by the number. */
export const passkeyGiving = (number: number) => ({
  credential: Buffer.alloc(20, number).toString('base64url'),
  secret: Buffer.alloc(32, number + 100).toString('base64url'),
  salt: Buffer.alloc(32, number + 200).toString('base64url'),
})

/** Adds a passkey to a key that was unlocked a moment ago. */
export const addsPasskey = (who: Person, number = 1): Promise<string> =>
  who.go('/sealing/passkey', passkeyGiving(number))
