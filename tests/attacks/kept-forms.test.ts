import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, demoPassword } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, Person, wordsOf } from '../setup/person.ts'
import { asOwner, emailOf, withApp } from '../setup/sign-in.ts'

let house: TestHouse
let ahead = 0
const clock = () => new Date(Date.now() + ahead)
const hour = 3_600_000

let amira: Person
let backup: string[]
let at: string
beforeAll(async () => {
  house = await openHouse({ clock })
  ;({ person: amira, backup } = await withApp(house, 'amira'))
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const words = 'A long message, and “quotes” & <tags>,\nthat took an hour to write.'
const ranOut = (who: string) =>
  asOwner(house, client =>
    client.query(
      `update auth.session set "expiresAt" = now() - interval '1 minute'
       where "userId" = (select id from auth."user" where email = $1)`,
      [who],
    ),
  )
const typedOn = (html: string) =>
  (/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const messages = () =>
  asOwner(house, async client => (await client.query('select body from message order by sent_at')).rows)

async function signInAgain(person: Person, next: string, code: string): Promise<string> {
  const to = await person.go('/sign-in', { email: emailOf('amira'), password: demoPassword, next })
  return person.go(to, { code, next: new URLSearchParams(to.split('?')[1]).get('next') ?? '' })
}

test('a message whose writer’s sign-in ran out comes back filled in after signing in again, and is sent once', async () => {
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await ranOut(emailOf('amira'))
  const to = await amira.go(`${at}/write`, { body: words, key })
  expect(to).toBe(`/sign-in?next=${encodeURIComponent(`${at}/write?kept=yes`)}`)
  const page = await (await amira.get(to)).text()
  expect(wordsOf(page)).toContain('What you typed is not lost')
  expect(page).not.toContain('took an hour')

  const back = await signInAgain(amira, hiddenOn(page, 'next'), backup[0] ?? '')
  const form = await (await amira.get(back)).text()
  expect(typedOn(form)).toBe(words)
  expect(wordsOf(form)).toContain('so nothing was sent')
  expect(await messages()).toEqual([])
  // Looked at twice, it is still there.
  expect(typedOn(await (await amira.get(back)).text())).toBe(words)
  await amira.go(`${at}/write`, { body: typedOn(form), key: hiddenOn(form, 'key') })
  await amira.go(`${at}/write`, { body: typedOn(form), key: hiddenOn(form, 'key') })
  expect(await messages()).toEqual([{ body: words }])
  expect(typedOn(await (await amira.get(back)).text())).toBe('')
})

test('of a picture that was pasted into words about a concern, nothing is kept', async () => {
  await ranOut(emailOf('amira'))
  const picture = `data:image/jpeg;base64,${'/9j/4AAQSkZJRg'.padEnd(60_000, 'A')}`
  await amira.go('/concerns/from-paper', { words: `He showed me this: ${picture}`, writer: picture })
  const { rows } = await asOwner(house, client =>
    client.query(
      `delete from kept_form where path = '/concerns/from-paper' returning octet_length(sealed) as long`,
    ),
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].long).toBeLessThan(1000)
})

test('it is kept for that person alone, on that page alone, and cannot be read in the database', async () => {
  await ranOut(emailOf('amira'))
  await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Something private' })
  const { rows } = await asOwner(house, client => client.query('select sealed, person_id from kept_form'))
  expect(rows.map(row => row.person_id)).toEqual([cast.amira.id])
  expect(rows[0].sealed.toString('latin1')).not.toContain('private')

  // Somebody else signs in at the same computer.
  const { person: ben } = await withApp(house, 'ben')
  for (const [name, value] of amira.cookies) if (name === 'lanyard.kept') ben.cookies.set(name, value)
  expect(await (await ben.get('/conversations/new?kept=yes')).text()).toContain('What it is about')
  expect(await (await ben.get('/conversations/new?kept=yes')).text()).not.toContain('Something private')
  await asOwner(house, client => client.query('update kept_form set person_id = $1', [cast.ben.id]))
  expect(await (await ben.get('/conversations/new?kept=yes')).text()).not.toContain('Something private')
})

test('nothing is kept for a stranger, for whoever signed out, or long after', async () => {
  await asOwner(house, client => client.query('delete from kept_form'))
  const count = () =>
    asOwner(house, async client => (await client.query('select count(*)::int as n from kept_form')).rows[0].n)
  const write = (person: Person) => person.go(`${at}/write`, { body: words, key: crypto.randomUUID() })
  expect(await write(new Person(house))).toBe('/sign-in')
  const forged = new Person(house)
  forged.cookies.set('lanyard.session_token', 'a.b')
  expect(await write(forged)).toBe('/sign-in')

  const { person: carys } = await withApp(house, 'carys')
  const copy = new Person(house)
  for (const [name, value] of carys.cookies) copy.cookies.set(name, value)
  await carys.go('/sign-out', {})
  expect(await write(copy)).toBe('/sign-in')

  const { person: farid } = await withApp(house, 'farid')
  ahead = 25 * hour
  expect(await write(farid)).toBe('/sign-in')
  ahead = 20 * hour
  expect(await count()).toBe(0)
  expect(await write(farid)).toContain('kept')
  expect(await count()).toBe(1)
  // And what was kept is cleared away.
  await asOwner(house, client => client.query(`select tidy_entrances(now() + interval '40 hours')`))
  expect(await count()).toBe(0)
  ahead = 0
})

test('a half sign-in keeps nothing, and what is too long to keep is refused quietly', async () => {
  const half = new Person(house)
  await half.go('/sign-in', { email: emailOf('ellen'), password: demoPassword })
  await ranOut(emailOf('ellen'))
  expect(await half.go(`${at}/write`, { body: words, key: crypto.randomUUID() })).toBe('/sign-in')
  const { person: dev } = await withApp(house, 'dev')
  await ranOut(emailOf('dev'))
  expect(await dev.go(`${at}/write`, { body: 'x'.repeat(100_001), key: crypto.randomUUID() })).toBe(
    '/sign-in',
  )
})

test('a child who wrote for longer than their half hour finds the words again by the next link and code', async () => {
  const person = new Person(house)
  await signInAgain(person, '/', backup[1] ?? '')
  const key = hiddenOn(await (await person.get(at)).text(), 'key')
  await person.go(`${at}/write`, { body: 'Hello Jamie', key })
  const mail = cast.jamie.email ?? ''
  const letter = await house.mailbox.next(mail, /\/f\//)
  const path = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  const jamie = new Person(house)
  const comeIn = async () => {
    await jamie.post(path, { step: 'send' })
    const code = await house.mailbox.next(mail, /Your code is/)
    return jamie.go(path, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  }
  expect(await comeIn()).toBe('/family')
  const list = await (await jamie.get('/family')).text()
  const mine = /\/family\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  const page = await (await jamie.get(mine)).text()
  ahead = hour
  const to = await jamie.go(`${mine}/write`, { body: 'There is something', key: hiddenOn(page, 'key') })
  expect(wordsOf(await (await jamie.get(to)).text())).toContain('What you typed is not lost')
  const back = await comeIn()
  expect(back).toBe(`${mine}/write?kept=yes`)
  const form = await (await jamie.get(back)).text()
  expect(typedOn(form)).toBe('There is something')
  await jamie.go(`${mine}/write`, { body: typedOn(form), key: hiddenOn(form, 'key') })
  expect(await comeIn()).toBe('/family')
  ahead = 0
})
