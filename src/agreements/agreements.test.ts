import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { dayAt } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { agreementJobs } from './index.ts'

let house: TestHouse
let jamie: Person
let sam: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Trip' })
  await write(amira, at, 'We meet at 4pm.')
  jamie = await comesIn(house, 'jamie')
  sam = await comesIn(house, 'sam')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const write = async (who: Person, where: string, body: string) =>
  who.post(`${where}/write`, {
    body,
    key: hiddenOn(await (await who.get(where)).text(), 'key') || crypto.randomUUID(),
  })
const day = (ahead: number) => dayAt(later(new Date(), days(ahead)))
const dutiesOf = async (name: Parameters<typeof signedIn>[1]) => page(await signedIn(house, name), '/duties')
const says = (who: Person, fields: Record<string, string>) =>
  who.go(`/family/agreements/${cast.jamie.id}`, { sent: '1', last: day(300), ...fields })
const all = { web: 'yes', email: 'yes', text: 'yes', call: 'yes' }
const familys = () => at.replace('/conversations/', '/family/')
const stored = async (body: string) =>
  (await house.database.asOwner('select 1 from message where body = $1', [body])).rowCount

test('a parent takes back their agreement: staff can send nothing at once, and no word of theirs is lost', async () => {
  const amira = await signedIn(house, 'amira')
  const open = await (await amira.get(at)).text()
  await says(sam, { email: 'yes' })
  const refused = await amira.post(`${at}/write`, { body: 'On Thursday', key: hiddenOn(open, 'key') })
  expect(refused.status).toBe(409)
  const words = await refused.text()
  expect(wordsOf(words)).toContain('nobody has agreed to contact with them in this way')
  expect(words).toContain('On Thursday')
  expect(await page(amira, at)).toContain('Closed for now.')
  expect(await page(amira, `/agreements/${cast.jamie.id}`)).toContain('Closed Sam Taylor said no')
  await says(sam, all)
  expect((await amira.post(`${at}/write`, { body: 'On Thursday', key: hiddenOn(open, 'key') })).status).toBe(
    303,
  )
})

test('a child who writes when nobody agrees any more is shown help, and a designated person reads their words', async () => {
  await says(sam, {})
  const answered = await write(jamie, familys(), 'I am scared at home.')
  const shown = await page(jamie, answered.headers.get('location') ?? '')
  expect(shown).toContain('Your words are kept They could not go to who you wrote to')
  for (const help of ['999', '0800 1111', '020 7946 0999']) expect(shown).toContain(help)
  expect(shown).not.toContain('I am scared at home.')
  expect(await stored('I am scared at home.')).toBe(0)

  // To a worker they have not written to, just so.
  const form = await (await jamie.get('/family/new')).text()
  const key = hiddenOn(form, 'key')
  const to = await jamie.go('/family/new', { to: cast.amira.id, body: 'Please call.', key })
  expect(to).toBe('/family/kept')
  expect(await page(jamie, to)).toContain('Ellen Fraser')

  const ellen = await signedIn(house, 'ellen')
  const owed = [
    ...(await (await ellen.get('/duties')).text()).matchAll(/\/conversations\/kept\/[0-9a-f-]{36}/g),
  ]
  expect(owed).toHaveLength(2)
  const texts = await Promise.all(owed.map(([path]) => page(ellen, path)))
  expect(texts.join()).toContain('I am scared at home.')
  for (const name of ['amira', 'carys'] as const)
    if (name === 'amira')
      expect((await (await signedIn(house, name)).get(owed[0]?.[0] ?? '')).status).toBe(404)
  for (const [path] of owed) await ellen.go(path, { did: 'Called Sam, and visited.' })
  expect(await dutiesOf('ellen')).not.toContain('could not go')
  expect(await dutiesOf('farid')).not.toContain('could not go')
  const { rows } = await house.database.asOwner(
    `select event, count(*)::int as count from entry where event like '%kept%' group by event order by event`,
  )
  expect(rows).toEqual([
    { event: 'kept-words.answered', count: 2 },
    { event: 'kept-words.read', count: 4 },
    { event: 'words.kept', count: 2 },
  ])
  await says(sam, all)
})

test('a child may say no themselves, nobody overrules it, and they may take it back', async () => {
  const amira = await signedIn(house, 'amira')
  await jamie.go(`/family/agreements/${cast.jamie.id}`, {
    sent: '1',
    last: day(0),
    email: 'yes',
    text: 'yes',
  })
  expect(await page(amira, `/agreements/${cast.jamie.id}`)).toContain('Closed Jamie Taylor said no')
  await says(sam, { ...all, last: day(301) })
  expect((await write(amira, at, 'Hello?')).status).toBe(409)
  await jamie.go(`/family/agreements/${cast.jamie.id}`, { sent: '1', last: day(0), ...all })
  expect((await write(amira, at, 'Hello again')).status).toBe(303)
})

test('a worker asks for what they need, both sides see it, and the parent answers on their phone', async () => {
  const [grace, amira] = [await signedIn(house, 'grace'), await signedIn(house, 'amira')]
  const child = (
    await grace.go('/people/families/new', {
      ...{ child: 'Otis Brook', born: '2014-02-03', parent: 'Wren Brook', relationship: 'Mother' },
      ...{ email: 'wren.brook@family.example', worker: cast.amira.id, purpose: 'Drama' },
    })
  )
    .split('/')
    .at(-1)
  const no = await amira.post('/conversations/new', { whom: `child:${child}`, subject: 'Drama' })
  expect([no.status, wordsOf(await no.text()).includes('Ask for agreement')]).toEqual([409, true])
  expect((await amira.post(`/agreements/${child}/ask`, { sent: '1' })).status).toBe(409)
  await amira.go(`/agreements/${child}/ask`, { sent: '1', web: 'yes' })
  const letter = await house.mailbox.next('wren.brook@family.example', /\/f\//)
  const wren = new Person(house)
  const link = new URL(/https?:\S+/.exec(letter.text)?.[0] ?? '').pathname
  await wren.post(link, { step: 'send' })
  const code = await house.mailbox.next('wren.brook@family.example', /Your code is/)
  await wren.go(link, { code: /\d{6}/.exec(code.text)?.[0] ?? '' })
  expect(await page(wren, '/family/agreements')).toContain('Answer what was asked')
  expect(await page(wren, `/family/agreements/${child}`)).toContain('Amira Haddad asks for your agreement')
  await wren.go(`/family/agreements/${child}`, { sent: '1', web: 'yes', last: day(300) })
  await amira.go('/conversations/new', { whom: `child:${child}`, subject: 'Drama' })
  // Somebody else’s child is nobody’s to answer for.
  expect((await wren.get(`/family/agreements/${cast.jamie.id}`)).status).toBe(404)
  expect((await (await signedIn(house, 'joan')).get(`/agreements/${child}`)).status).toBe(404)
})

test('from which age young people agree for themselves is chosen within limits, with its reason; on paper too', async () => {
  const [dev, amira] = [await signedIn(house, 'dev'), await signedIn(house, 'amira')]
  await house.database.asOwner(`update person set born_on = $2 where id = $1`, [cast.rosa.id, '2012-03-01'])
  const entered = {
    ...{ sent: '1', by: cast.rosa.id, how: 'paper', on: day(0), last: day(100), web: 'yes' },
  }
  const carys = await signedIn(house, 'carys')
  const where = `/agreements/${cast.rosa.id}`
  await carys.go(`${where}/enter`, entered)
  // Too young: nothing is kept of her yes.
  expect(await page(carys, where)).not.toContain('Rosa Silva said yes')
  expect((await dev.post('/agreements/age', { age: '12', reason: 'x' })).status).toBe(422)
  await dev.go('/agreements/age', { age: '14', reason: 'Our members run their own teams from 14.' })
  await carys.go(`${where}/enter`, entered)
  expect(await page(carys, where)).toContain('Rosa Silva said yes to messages on our own page, on paper')
  expect(await page(carys, where)).toContain('(entered by Carys Powell)')
  expect((await amira.get(where)).status).toBe(404)
  await house.database.asOwner(`update person set born_on = '2014-11-21' where id = $1`, [cast.rosa.id])
})

test('an adult who may be at risk has a second adult as a child has, and agrees for themselves', async () => {
  const [grace, amira] = [await signedIn(house, 'grace'), await signedIn(house, 'amira')]
  await grace.go(`/people/${cast.jamie.id}/adult`, { who: 'adult' })
  expect(await page(amira, `/people/${cast.jamie.id}`)).toContain('Adult who may be at risk')
  // Nobody answers for an adult, whoever they are to them.
  expect((await sam.get(`/family/agreements/${cast.jamie.id}`)).status).toBe(404)
  await jamie.go(`/family/agreements/${cast.jamie.id}`, { sent: '1', web: 'yes', last: day(30) })
  const opened = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Work' })
  const shown = await page(amira, opened)
  expect(shown).toContain('Carys Powell (second adult)')
  expect(shown).not.toContain('Jamie Taylor (child)')
  await grace.go(`/people/${cast.jamie.id}/adult`, { who: 'child' })
})

test('before what was agreed to ends, whoever works with the child is asked to ask again', async () => {
  await says(sam, { ...all, last: day(10) })
  await jamie.go(`/family/agreements/${cast.jamie.id}`, { sent: '1', last: day(0), ...all })
  await agreementJobs(house.house.ground)['owe-renewals']()
  expect(await dutiesOf('amira')).toContain('An agreement to contact ends soon. Ask again')
  await agreementJobs(house.house.ground)['owe-renewals']()
  const amira = await signedIn(house, 'amira')
  await amira.go(`/agreements/${cast.jamie.id}/ask`, { sent: '1', ...all })
  expect(await dutiesOf('amira')).not.toContain('ends soon')
  const { rows } = await house.database.asOwner(
    `select count(*)::int as count from duty where kind = 'renew-agreement' and agency_id = $1`,
    [agencies.riverside.id],
  )
  expect(rows[0].count).toBe(1)
})
