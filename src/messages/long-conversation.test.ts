import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'

let house: TestHouse
let amira: Person
let sam: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  for (let number = 1; number <= 120; number++)
    await amira.go(`${at}/write`, { body: `Word ${number}.`, key: newId() })
  sam = await aParent()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

async function aParent(): Promise<Person> {
  const letter = await house.mailbox.next(cast.sam.email ?? '', /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const person = new Person(house)
  await person.post(path, { step: 'send' })
  const code = await house.mailbox.next(cast.sam.email ?? '', /Your code is/)
  await person.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  return person
}

const numbersOn = (html: string) => [...wordsOf(html).matchAll(/Word (\d+)\./g)].map(([, n]) => Number(n))

/** Every message met by following `Earlier messages` to the beginning, and then `Later messages` back. */
async function walked(who: Person, path: string, words: string): Promise<Set<number>> {
  const met = new Set<number>()
  for (let next: string | undefined = path; next; ) {
    const html: string = await (await who.get(next)).text()
    for (const number of numbersOn(html)) met.add(number)
    const link: RegExpExecArray | null = new RegExp(`href="([^"#]+)[^"]*">${words}<`).exec(html)
    next = link?.[1]
    path = next ?? path
  }
  return met
}

test('a worker and a parent reach every message of a long conversation, a page at a time', async () => {
  const family = `/family/${at.split('/').at(-1)}`
  for (const [who, path] of [
    [amira, at],
    [sam, family],
  ] as const) {
    const newest = numbersOn(await (await who.get(path)).text())
    expect(newest).toEqual(Array.from({ length: 50 }, (_, index) => 71 + index))
    expect((await walked(who, path, 'Earlier messages')).size).toBe(120)
  }
})

test('from the beginning one comes back to the newest, where one writes; an earlier page has no place to write', async () => {
  const first = /href="([^"#]+)[^"]*">Earlier messages</.exec(await (await amira.get(at)).text())?.[1] ?? ''
  const earlier = await (await amira.get(first)).text()
  expect(earlier).not.toContain('<textarea')
  expect(earlier).not.toContain('data-live')
  const later = /href="([^"#]+)[^"]*">Later messages</.exec(earlier)?.[1] ?? ''
  const newest = await (await amira.get(later)).text()
  expect(numbersOn(newest).at(-1)).toBe(120)
  expect(newest).toContain('<textarea')
})

test('what one has not looked at is marked, until one has', async () => {
  await amira.go(`${at}/write`, { body: 'Word 121.', key: newId() })
  const path = `/family/${at.split('/').at(-1)}`
  const list = await (await sam.get('/family')).text()
  expect(list).toContain(`${path}#new"`)
  const html = await (await sam.get(path)).text()
  expect(html).toContain('id="new"')
  expect(html.indexOf('id="new"')).toBeGreaterThan(html.indexOf('Word 120.'))
  expect(await (await sam.get(path)).text()).not.toContain('id="new"')
  expect(await (await sam.get('/family')).text()).toContain(`${path}#newest"`)
})
