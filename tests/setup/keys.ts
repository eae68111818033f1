import { agencies, type CastName, cast } from '../../src/demo/index.ts'
import { visitorOf } from '../../src/people/index.ts'
import { type PersonActor, read, system } from '../../src/records/index.ts'
import { recipientsOf, sealFor, type Unlocked, unlockedFor, withSealing } from '../../src/sealing/index.ts'
import type { TestHouse } from './house.ts'
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

/** What a page of another room is given: who asks with these cookies, and their own key if it is unlocked. */
export async function askedBy(
  house: TestHouse,
  who: Person,
): Promise<{ readonly actor: PersonActor; readonly unlocked: Unlocked | undefined }> {
  const { ground, signIn } = house.house
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const visitor = await withSealing({
    ground,
    secure: false,
    tokenOf: request => signIn.tokenOf(request),
    visitor: visitorOf({ pool: ground.pool, signIn, clock: ground.clock }),
  })(new Request(`${house.url}/`, { headers: { cookie } }), 'staff')
  if (visitor.kind !== 'staff') throw new Error('nobody is signed in')
  return { actor: visitor.actor, unlocked: await read(ground, visitor.actor, unlockedFor) }
}

/** A text sealed to one of the cast's key of today, as another room would seal it. */
export async function sealedTo(house: TestHouse, name: CastName, text: string): Promise<Uint8Array> {
  const { id, agency } = cast[name]
  const recipients = await read(house.house.ground, system(agencies[agency].id), reader =>
    recipientsOf(reader, [id]),
  )
  return sealFor([...recipients.values()], new TextEncoder().encode(text))
}

/** What it says, when this opens it. */
export const opens = async (
  unlocked: Unlocked | undefined,
  sealed: Uint8Array,
): Promise<string | undefined> => {
  const bytes = await unlocked?.open(sealed)
  return bytes && new TextDecoder().decode(bytes)
}
