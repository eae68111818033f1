import { type CastName, cast } from '../../src/demo/index.ts'
import type { TestHouse } from './house.ts'
import { Person } from './person.ts'

/** The path of the link in a mail. */
export const pathIn = (text: string): string => new URL(/https?:\S+/.exec(text)?.[0] ?? '').pathname

/** A child or a parent comes in by the link and the code that are sent to them. */
export async function comesIn(
  house: Pick<TestHouse, 'url' | 'fetch' | 'mailbox'>,
  name: CastName,
): Promise<Person> {
  const { email = '' }: { email?: string } = cast[name]
  const person = new Person(house)
  const letter = await house.mailbox.next(email, /\/f\//)
  const path = pathIn(letter.text)
  await person.post(path, { step: 'send' })
  const code = await house.mailbox.next(email, /Your code is/)
  await person.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  return person
}
