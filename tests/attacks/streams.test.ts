import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, Person, signedIn } from '../setup/person.ts'

// Somebody who keeps a stream of a conversation open, after they should not, or far too many of them.

let house: TestHouse
let at: string
let amira: Person
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

async function samComesIn(): Promise<Person> {
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: 'Hello', key })
  const letter = await house.mailbox.next(cast.sam.email ?? '', /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const sam = new Person(house)
  await sam.post(path, { step: 'send' })
  const code = await house.mailbox.next(cast.sam.email ?? '', /Your code is/)
  await sam.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  return sam
}

/** Whether a stream ends by itself within so many milliseconds. */
async function ends(answer: Response, within: number): Promise<boolean> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const late = new Promise<'late'>(resolve => setTimeout(() => resolve('late'), within))
  for (;;) {
    const next = await Promise.race([reader.read(), late])
    if (next === 'late') {
      await reader.cancel()
      return false
    }
    if (next.done) return true
  }
}

test('a parent who signs out leaves no stream open on that device', async () => {
  const sam = await samComesIn()
  const stream = await sam.get(`${at.replace('/conversations/', '/family/')}/live`)
  expect(stream.status).toBe(200)
  await sam.post('/family-sign-out', {})
  expect(await ends(stream, 1500)).toBe(true)
})

test('one person has only so many streams open, and closing one makes room', async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, () => amira.get(`${at}/live`)))
  const streams = answers.filter(({ status }) => status === 200)
  expect([streams.length, answers.filter(({ status }) => status === 429).length]).toEqual([20, 5])
  const [first, ...others] = streams
  await first?.body?.cancel()
  const again = await amira.get(`${at}/live`)
  expect(again.status).toBe(200)
  for (const one of [again, ...others]) await one.body?.cancel()
})

test('asking only for the head of a stream leaves nothing running', async () => {
  for (let count = 0; count < 25; count++) {
    const headers = { cookie: [...amira.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await house.fetch(new Request(`${house.url}${at}/live`, { method: 'HEAD', headers }))
    expect(answer.status).toBe(200)
  }
  const stream = await amira.get(`${at}/live`)
  expect(stream.status).toBe(200)
  await stream.body?.cancel()
})
