import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { type CastName, cast } from '../demo/index.ts'
import { dayAt } from '../guidance/index.ts'

let house: TestHouse
let sam: Person
let at: string
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'The bus' })
  await write(amira, at, 'It leaves at 4pm.')
  sam = await comesIn(house, 'sam')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const dutiesOf = async (name: CastName) => page(await signedIn(house, name), '/duties')
const write = async (who: Person, where: string, body: string) =>
  who.post(`${where}/write`, { body, key: hiddenOn(await (await who.get(where)).text(), 'key') })

async function endsWork(worker: CastName): Promise<void> {
  const carys = await signedIn(house, 'carys')
  const shown = await (await carys.get(`/people/${cast[worker].id}`)).text()
  await carys.go(/\/people\/[0-9a-f-]+\/work\/[0-9a-f-]+\/end/.exec(shown)?.[0] ?? '', {})
}

const keptPaths = async (name: CastName) =>
  [
    ...(await (await (await signedIn(house, name)).get('/duties')).text()).matchAll(
      /\/conversations\/kept\/[0-9a-f-]{36}/g,
    ),
  ].map(([path]) => path)

test('work that goes on for another reason ends no conversation; the last of it does, and the organisation says so to everybody', async () => {
  const [amira, carys] = [await signedIn(house, 'amira'), await signedIn(house, 'carys')]
  await carys.go(`/people/${cast.amira.id}/work`, { child: cast.jamie.id, purpose: 'Summer camp' })
  await endsWork('amira')
  expect(await page(amira, at)).not.toContain('this conversation ended')
  expect((await write(amira, at, 'See you at camp.')).status).toBe(303)
  await endsWork('amira')
  for (const who of [amira, sam])
    expect(await page(who, who === sam ? at.replace('/conversations/', '/family/') : at)).toMatch(
      /Riverside Youth Club: this conversation ended on .+, because Amira Haddad’s work with the family \(.+\) ended/,
    )
  const { rows } = await house.database.asOwner(
    `select count(*)::int as count from entry where event = 'conversation.ended'`,
  )
  expect(rows[0].count).toBe(1)
  expect((await carys.get('/conversations/new')).status).toBe(200)
})

test('the family sees whom to turn to; what they write there later reaches the worker’s manager, who says what they did', async () => {
  const familys = at.replace('/conversations/', '/family/')
  const shown = await page(sam, familys)
  for (const help of ['020 7946 0200', '020 7946 0999', 'Ellen Fraser']) expect(shown).toContain(help)
  const answered = await write(sam, familys, 'Can Jamie still come?')
  expect(await page(sam, answered.headers.get('location') ?? '')).toContain('Your words are kept')
  const [kept = ''] = await keptPaths('carys')
  const carys = await signedIn(house, 'carys')
  expect(await page(carys, kept)).toContain('Can Jamie still come?')
  expect((await (await signedIn(house, 'amira')).get(kept)).status).toBe(404)
  expect((await (await signedIn(house, 'ben')).get(kept)).status).toBe(404)
  await carys.go(kept, { did: 'Rang Sam: Ben has the group now.' })
  // Whoever reads it after her need not do it again.
  expect(await page(await signedIn(house, 'ellen'), kept)).toContain('Carys Powell dealt with it')
  expect(await dutiesOf('carys')).not.toContain('could not go')
})

test('what is kept while the manager is away is read by the next one up, and pressed twice it is kept once', async () => {
  const carys = await signedIn(house, 'carys')
  await carys.go(`/people/${cast.carys.id}/away`, { from: dayAt(new Date()), last: '' })
  const familys = at.replace('/conversations/', '/family/')
  const key = hiddenOn(await (await sam.get(familys)).text(), 'key')
  const both = await Promise.all([1, 2].map(() => sam.post(`${familys}/write`, { body: 'Hello?', key })))
  expect(both.map(answer => answer.status)).toEqual([303, 303])
  expect(await keptPaths('dev')).toHaveLength(1)
  const { rows } = await house.database.asOwner(
    `select count(*)::int as count from kept_words where body = 'Hello?'`,
  )
  expect(rows[0].count).toBe(1)
})

test('where nobody can stand beside the worker, a child’s words are kept and read as soon as somebody is back', async () => {
  const amira = await signedIn(house, 'amira')
  const grace = await signedIn(house, 'grace')
  await (await signedIn(house, 'dev')).go(`/people/${cast.amira.id}/work`, {
    child: cast.jamie.id,
    purpose: 'Club',
  })
  const to = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Club' })
  await write(amira, to, 'Welcome back.')
  const jamie = await comesIn(house, 'jamie')
  for (const name of ['dev', 'ellen', 'farid'] as const)
    await (await signedIn(house, name)).go(`/people/${cast[name].id}/away`, {
      from: dayAt(new Date()),
      last: '',
    })
  const form = await (await jamie.get('/family/new')).text()
  const key = hiddenOn(form, 'key')
  expect(await jamie.go('/family/new', { to: cast.amira.id, body: 'Is anybody there?', key })).toBe(
    '/family/kept',
  )
  expect(await page(jamie, '/family/kept')).toContain('0800 1111')
  expect(await keptPaths('ellen')).toHaveLength(1)
  expect((await grace.get('/duties')).status).toBe(200)
})
