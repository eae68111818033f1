import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { type CastName, cast } from '../demo/index.ts'
import { dayAt } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { messageJobs } from './index.ts'

let house: TestHouse
let jamie: Person
// An hour before midnight in London, two days ago: before all that the database itself would call today.
const evening = new Date(`${dayAt(later(new Date(), -days(2)))}T23:00:00Z`)
const begun = Date.now()
let passed = 0
beforeAll(async () => {
  house = await openHouse({ clock: () => later(evening, Date.now() - begun + passed) })
  const amira = await signedIn(house, 'amira')
  await write(
    amira,
    await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Trip' }),
  )
  jamie = await comesIn(house, 'jamie')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const day = (ahead: number) => dayAt(later(house.house.ground.clock(), days(ahead)))
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const dutiesOf = async (name: CastName) => pageOf(await signedIn(house, name), '/duties')
const awayOf = (name: CastName) => `/people/${cast[name].id}/away`
const look = () => messageJobs(house.house.ground)['look-at-pauses']()

const write = async (who: Person, at: string, body = 'We meet at 4pm.') =>
  who.post(`${at}/write`, {
    body,
    key: hiddenOn(await (await who.get(at)).text(), 'key') || crypto.randomUUID(),
  })

/** Jamie writes to Amira; the software puts somebody in beside her. Where the two of them find it. */
async function jamieBegins(): Promise<{ jamies: string; amiras: string }> {
  const form = await (await jamie.get('/family/new')).text()
  const key = hiddenOn(form, 'key')
  const jamies = await jamie.go('/family/new', { to: cast.amira.id, body: 'Are you there?', key })
  return { jamies, amiras: jamies.replace('/family/', '/conversations/') }
}

const goesAway = async (name: CastName, first = 0, last: number | null = 3) =>
  (await signedIn(house, name)).go(awayOf(name), {
    from: day(first),
    last: last === null ? '' : day(last),
  })

async function isBack(name: CastName): Promise<void> {
  const who = await signedIn(house, name)
  const [end = ''] =
    new RegExp(`${awayOf(name)}/[0-9a-f-]{36}/end`).exec(await (await who.get(awayOf(name))).text()) ?? []
  await who.go(end, {})
}

test('while the second adult is away, staff can write nothing to a child, are told so, and lose no word', async () => {
  const { amiras } = await jamieBegins()
  expect(await pageOf(await signedIn(house, 'amira'), amiras)).toContain('Carys Powell (second adult)')
  await goesAway('carys')
  const amira = await signedIn(house, 'amira')
  const page = await pageOf(amira, amiras)
  expect(page).toMatch(/Paused since 11:\d\dpm on/)
  expect(page).toContain('(second adult, away until')
  const refused = await write(amira, amiras, 'See you at the gate.')
  expect(refused.status).toBe(409)
  const words = await refused.text()
  expect(wordsOf(words)).toContain('It is paused until somebody is put in')
  expect(words).toContain('See you at the gate.')
  await isBack('carys')
  expect(await pageOf(amira, amiras)).not.toContain('Paused since')
  expect((await write(amira, amiras, 'See you at the gate.')).status).toBe(303)
})

test('a manager who is here is asked to put somebody in, sees who may be, and the conversation goes on', async () => {
  const { amiras } = await jamieBegins()
  await goesAway('carys')
  expect(await dutiesOf('dev')).toContain('A conversation with a child has paused. Put another adult in')
  expect(await dutiesOf('carys')).not.toContain('has paused')
  const dev = await signedIn(house, 'dev')
  const form = await (await dev.get(`${amiras}/second-adult`)).text()
  expect(form).toContain('Farid Aziz')
  for (const name of ['Carys Powell, ', 'Amira Haddad, ', 'Noor Rahman']) expect(form).not.toContain(name)
  const wrong = await dev.post(`${amiras}/second-adult`, { adult: cast.carys.id })
  expect([wrong.status, wordsOf(await wrong.text()).includes('Nobody was put in')]).toEqual([409, true])
  await dev.go(`${amiras}/second-adult`, { adult: cast.farid.id })
  expect((await write(await signedIn(house, 'amira'), amiras)).status).toBe(303)
  expect(await dutiesOf('farid')).toContain('You are the second adult in a conversation')
  await isBack('carys')
  expect(await dutiesOf('dev')).not.toContain('has paused')
})

test('a child who writes while the second adult is away is heard: somebody else is put in and told before a word is stored', async () => {
  const { jamies, amiras } = await jamieBegins()
  await goesAway('carys')
  expect((await write(jamie, jamies, 'Something happened.')).status).toBe(303)
  const page = await pageOf(await signedIn(house, 'amira'), amiras)
  expect(page).toContain('Ellen Fraser (second adult)')
  expect(page).toContain('Something happened.')
  expect(page).not.toContain('Paused since')
  expect(await dutiesOf('ellen')).toContain('You are the second adult in a conversation')
  await isBack('carys')
})

test('a worker who is away is no adult beside a child either, and a child who writes to them is not alone with one', async () => {
  await goesAway('amira', 0, null)
  const { amiras } = await jamieBegins()
  const here = await pageOf(await signedIn(house, 'carys'), amiras)
  expect(here).toContain('Amira Haddad (worker, away)')
  expect(here).toContain('Carys Powell (second adult)')
  expect(here).toContain('Ellen Fraser (second adult)')
  await isBack('amira')
})

test('days that are still to come pause nothing before their first, by the clocks of London, and everything on it', async () => {
  const { amiras } = await jamieBegins()
  await goesAway('carys', 1, 1)
  await look()
  const amira = await signedIn(house, 'amira')
  expect((await write(amira, amiras)).status).toBe(303)
  expect(await dutiesOf('dev')).not.toContain('has paused')
  passed = 70 * 60_000
  await look()
  expect(await dutiesOf('dev')).toContain('has paused')
  expect((await write(amira, amiras)).status).toBe(409)
  await isBack('carys')
})

test('who is away is entered by themselves or their manager; others see until when, and nothing asks why', async () => {
  const [ben, carys, amira] = await Promise.all(
    (['ben', 'carys', 'amira'] as const).map(name => signedIn(house, name)),
  )
  expect((await amira?.get(awayOf('ben')))?.status).toBe(404)
  await carys?.go(awayOf('ben'), { from: day(0), last: day(5) })
  expect(await pageOf(amira as Person, `/people/${cast.ben.id}`)).toContain('Ben Okafor is away until')
  const form = await pageOf(ben as Person, awayOf('ben'))
  expect(form).toContain('not asked')
  const twice = await ben?.post(awayOf('ben'), { from: day(2), last: day(9) })
  expect(wordsOf((await twice?.text()) ?? '')).toContain('some of these days are entered already')
  const backwards = await ben?.post(awayOf('ben'), { from: day(20), last: day(19) })
  expect(wordsOf((await backwards?.text()) ?? '')).toContain('the last day is before the first')
  await isBack('ben')
  const { rows } = await house.database.asOwner(
    `select leaf from entry where event like 'away.%' and about_id in (select id from away where person_id = $1)`,
    [cast.ben.id],
  )
  expect(rows).toHaveLength(2)
})
