import { type CastName, cast } from '../../src/demo/index.ts'
import { comesIn, pathIn } from '../setup/family.ts'
import type { TestHouse } from '../setup/house.ts'
import { codeFor, hiddenOn, Person, signedIn } from '../setup/person.ts'
import { emailOf } from '../setup/sign-in.ts'

/**
 * Somebody who is not signed in, and everybody of the cast who can come in: Rosa has no address that a link could go to,
 * and Maya is a senior manager as Dev and Ivan are.
 */
export type Persona = 'nobody' | Exclude<CastName, 'rosa' | 'maya'>

export const personas = [
  'nobody',
  ...(Object.keys(cast) as CastName[]).filter(name => name !== 'rosa' && name !== 'maya'),
] as readonly Persona[]

const families = ['jamie', 'sam', 'lucia'] as const
export const isFamily = (persona: Persona): boolean => families.some(name => name === persona)

/** Everybody at a browser of their own, come in as people do. Noor joins by her invitation and has signed nothing yet. */
export async function everybodyIn(house: TestHouse): Promise<ReadonlyMap<Persona, Person>> {
  const people = new Map<Persona, Person>([['nobody', new Person(house)]])
  for (const name of personas) {
    if (name === 'nobody' || name === 'noor' || isFamily(name)) continue
    people.set(name, await signedIn(house, name))
  }
  people.set('noor', await joins(house))
  await isWrittenTo(house, await signedIn(house, 'amira'), `child:${cast.jamie.id}`)
  await isWrittenTo(house, await signedIn(house, 'ben'), `parents:${cast.rosa.id}`)
  for (const name of families) people.set(name, await comesIn(house, name))
  return people
}

/** Noor accepts her invitation, and sets up her second step. */
export async function joins(house: TestHouse): Promise<Person> {
  const noor = new Person(house)
  const letter = await house.mailbox.next(emailOf('noor'), /\/invitation\//)
  const to = await noor.go(pathIn(letter.text), { password: 'quarry violin teapot' })
  const html = await (await noor.get(to)).text()
  const secret = hiddenOn(html, 'secret')
  await noor.post('/sign-in/set-up', { secret, code: codeFor(secret), next: '/' })
  return noor
}

async function isWrittenTo(house: TestHouse, worker: Person, whom: string): Promise<void> {
  const at = await worker.go('/conversations/new', { whom, subject: 'Thursday' })
  const key = hiddenOn(await (await worker.get(at)).text(), 'key')
  await worker.go(`${at}/write`, { body: 'We meet at 4pm.', key })
  await house.sequence()
}
