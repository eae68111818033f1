import type { TestHouse } from './house.ts'
import { Person } from './person.ts'
import { emailOf } from './sign-in.ts'

/** One of a family who has been written to, come in by the link they were mailed and its code. */
export async function familyIn(house: TestHouse, name: 'jamie' | 'sam' | 'lucia'): Promise<Person> {
  const person = new Person(house)
  const letter = await house.mailbox.next(emailOf(name), /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  await person.post(path, { step: 'send' })
  const code = await house.mailbox.next(emailOf(name), /Your code is/)
  await person.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  return person
}
