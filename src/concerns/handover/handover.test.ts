import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, type CastName, cast } from '../../demo/index.ts'
import { asTyped, days, hours, later } from '../../kit/clock.ts'
import { system, write } from '../../records/index.ts'
import { cover } from './cover.ts'

let house: TestHouse
let now: Date
beforeEach(async () => {
  now = later(new Date(), hours(1))
  house = await openHouse({ clock: () => (now = later(now, 1)) })
})
afterEach(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const key = () => crypto.randomUUID()
const rows = async (sql: string, values: unknown[] = []) =>
  (await house.database.asOwner(sql, values as string[])).rows
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const owes = async (who: Person, at: string) => (await (await who.get('/duties')).text()).includes(at)
const keyed = async (name: CastName) => {
  const who = await signedIn(house, name)
  await makesKey(who)
  return who
}
const tell = async (words: string) => (await tellsOf(house, new Person(house), { words, about: 'child' })).id

/** An administrator lets somebody leave; whatever there is to take over goes to one person. */
async function leaves(grace: Person, who: CastName, to: CastName): Promise<Response> {
  const at = `/people/${cast[who].id}/leaving`
  const html = await (await grace.get(at)).text()
  const names = [...html.matchAll(/name="(to-[a-z]+)"/g)].map(([, name = '']) => [name, cast[to].id])
  return grace.post(at, Object.fromEntries(names))
}

/** Farid alone has a key when two concerns are told of; Ellen makes hers later. One of them is closed. */
async function faridAlone() {
  const farid = await keyed('farid')
  const [open, closed] = [await tell('Canary quince.'), await tell('Canary rowan.')]
  for (const id of [open, closed]) await farid.get(`/concerns/${id}`)
  await farid.go(`/concerns/${closed}/close`, { toward: 'close', words: 'It is well.', key: key() })
  const action = { words: 'Ring the school.', owner: cast.farid.id, day: asTyped(later(now, days(9))).day }
  await farid.go(`/concerns/${open}/action`, { ...action, key: key() })
  const ellen = await keyed('ellen')
  return { farid, ellen, grace: await signedIn(house, 'grace'), open, closed }
}

test('whoever alone can open something does not leave; once it is handed over in one step, who follows reads it and owes it, and then they leave', async () => {
  const { farid, ellen, grace, open, closed } = await faridAlone()
  for (const id of [open, closed]) expect((await ellen.get(`/concerns/${id}`)).status).toBe(404)
  const no = await leaves(grace, 'farid', 'ellen')
  expect(no.status).toBe(409)
  const said = wordsOf(await no.text())
  expect(said).toContain('what is sealed to their key would open to nobody')
  // Neither how many there are, nor what they are.
  expect(said).not.toMatch(/2 concern|quince|rowan/)
  expect((await rows('select left_at from person where id = $1', [cast.farid.id]))[0]?.left_at).toBeNull()

  expect(await page(farid, '/concerns/hand-over')).toContain('2 concerns open to nobody here but you')
  await farid.post('/sealing/lock', {})
  expect(await page(farid, '/concerns/hand-over')).toContain('Unlock your key')
  expect((await farid.post('/concerns/hand-over', { to: cast.ellen.id })).status).toBe(409)
  await unlocks(farid)
  expect((await farid.post('/concerns/hand-over', { to: cast.amira.id })).status).toBe(409)
  await farid.go('/concerns/hand-over', { to: cast.ellen.id })

  const [action] = await rows('select id from concern_action where concern_id = $1', [open])
  expect(await owes(ellen, `/concerns/actions/${action?.id}`)).toBe(true)
  expect(await owes(farid, `/concerns/actions/${action?.id}`)).toBe(false)
  for (const id of [open, closed])
    await ellen.go(`/concerns/${id}/open`, { reason: 'work', words: '', key: key() })
  expect(await page(ellen, `/concerns/${open}`)).toContain('Canary quince')
  expect(await page(ellen, `/concerns/${closed}`)).toContain('Canary rowan')
  expect((await leaves(grace, 'farid', 'ellen')).status).toBe(303)
  const events = await rows(`select event from entry where event like 'concerns.handed-over'`)
  expect(events).toHaveLength(1)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
}, 120_000)

test('the database itself lets nobody leave while something would open to nobody', async () => {
  const { ellen, farid } = await faridAlone()
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
    agencies.riverside.id,
    cast.grace.id,
  ])
  await app.query('update role_grant set ended_at = now() where person_id = $1', [cast.farid.id])
  await app.query('update person set left_at = now() where id = $1', [cast.farid.id])
  await expect(app.query('commit')).rejects.toMatchObject({ code: expect.stringMatching(/LY00|LY099/) })
  await app.end()
  await farid.go('/concerns/hand-over', { to: cast.ellen.id })
  expect(await page(ellen, '/concerns')).not.toContain('There is none')
})

test('nothing is handed to somebody whom it is about', async () => {
  const { farid, ellen, open, closed } = await faridAlone()
  await farid.go(`/concerns/${open}/subject`, { name: cast.ben.name })
  const grace = await signedIn(house, 'grace')
  await house.database.asOwner(
    `insert into concern_subject (agency_id, id, concern_id, person_id, why, named_by, named_at, entry_id)
      select agency_id, gen_random_uuid(), id, $2, 'named', $3, now(), entry_id from concern where id = $1`,
    [closed, cast.ellen.id, cast.farid.id],
  )
  await farid.go('/concerns/hand-over', { to: cast.ellen.id })
  expect((await ellen.get(`/concerns/${closed}`)).status).toBe(404)
  expect(
    await rows('select id from concern_reader where concern_id = $1 and person_id = $2', [
      closed,
      cast.ellen.id,
    ]),
  ).toEqual([])
  expect((await leaves(grace, 'farid', 'ellen')).status).toBe(409)
  await house.database.asOwner('delete from concern_subject where concern_id = $1', [closed])
})

test('somebody who has left opens nothing with their key: what locks it is gone, and nothing new is sealed to it', async () => {
  const { farid, ellen, grace } = await faridAlone()
  await farid.go('/concerns/hand-over', { to: cast.ellen.id })
  expect((await leaves(grace, 'farid', 'ellen')).status).toBe(303)
  expect((await farid.get('/sealing')).status).not.toBe(200)
  for (const table of ['sealing_lock', 'sealing_sitting'])
    expect(await rows(`select person_id from ${table} where person_id = $1`, [cast.farid.id])).toEqual([])
  const id = await tell('Canary sorrel.')
  const [concern] = await rows('select heard_by, within_reach from concern where id = $1', [id])
  expect([concern?.heard_by, concern?.within_reach].flat()).not.toContain(cast.farid.id)
  await ellen.get(`/concerns/${id}`)
  expect((await ellen.post(`/concerns/${id}/let-in`, { person: cast.farid.id })).status).toBe(409)
  await expect(
    house.database.asOwner(
      `insert into concern_reader (agency_id, id, concern_id, person_id, why, since, entry_id)
        select agency_id, gen_random_uuid(), id, $2, 'late', now(), entry_id from concern where id = $1`,
      [id, cast.farid.id],
    ),
  ).rejects.toMatchObject({ code: 'LY099' })
})

test('while the designated person is away, what they owe is the deputy’s at once; it goes back when they return', async () => {
  const [ellen, farid, dev] = [await keyed('ellen'), await keyed('farid'), await keyed('dev')]
  const id = await tell('Canary thyme.')
  const about = `/concerns/${id}`
  expect([await owes(ellen, about), await owes(farid, about)]).toEqual([true, false])
  const due = async () =>
    (await rows('select due_at from duty where about_id = $1 and closed_at is null', [id])).map(one =>
      one.due_at.toISOString(),
    )
  const before = await due()
  const look = () => write(house.house.ground, system(agencies.riverside.id), cover)
  await ellen.go(`/people/${cast.ellen.id}/away`, { from: asTyped(now).day, last: '' })
  // The house’s own job may have been there first.
  await look()
  expect([await owes(ellen, about), await owes(farid, about), await owes(dev, about)]).toEqual([
    false,
    true,
    false,
  ])
  expect(await due()).toEqual(before)
  const [away] = await rows('select id from away where person_id = $1 and ended_at is null', [cast.ellen.id])
  await ellen.go(`/people/${cast.ellen.id}/away/${away?.id}/end`, {})
  await look()
  expect([await owes(ellen, about), await owes(farid, about)]).toEqual([true, false])
  expect(await due()).toEqual(before)
  expect(await look()).toBe(0)

  await ellen.go(`/people/${cast.ellen.id}/away`, { from: asTyped(now).day, last: '' })
  await look()
  await farid.go(`${about}/open`, { reason: 'covering', words: '', key: key() })
  expect(await page(farid, about)).toContain('Canary thyme')
  expect(await page(dev, '/duties')).not.toContain('concern')
})

test('of somebody who is gone and cannot hand over, two keyholders give whoever follows what the key opened; one alone gives nothing', async () => {
  const { farid, ellen, grace, open, closed } = await faridAlone()
  await grace.go(`/people/${cast.carys.id}/roles`, { role: 'senior-manager', change: 'give' })
  const [dev, carys] = [await keyed('dev'), await keyed('carys')]
  await dev.postAll(
    '/sealing/keyholders/name',
    (['dev', 'ellen', 'carys'] as const).map(name => ['holders', cast[name].id]),
  )
  await farid.post('/sealing/lock', {})
  await unlocks(farid)
  // He still has his role: nobody follows him yet.
  expect((await ellen.post('/sealing/follow', { person: cast.farid.id })).status).toBe(409)
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'deputy-designated-person', change: 'end' })
  expect((await farid.get(`/concerns/${open}`)).status).toBe(404)
  expect((await leaves(grace, 'farid', 'ellen')).status).toBe(409)
  expect(await page(ellen, '/concerns/take-over')).toContain('There is nothing to take over')

  const asked = (await ellen.go('/sealing/follow', { person: cast.farid.id })).replace(/\?.*/, '')
  expect(await page(dev, asked)).toContain('Giving Ellen Fraser what Farid Aziz’s key opened')
  expect((await dev.post(asked, { sure: 'yes' })).status).toBe(303)
  expect((await dev.post(asked, { sure: 'yes' })).status).not.toBe(303)
  await unlocks(ellen)
  expect((await ellen.post('/concerns/take-over', {})).status).toBe(409)
  expect((await carys.post(asked, { sure: 'yes' })).status).toBe(303)
  await unlocks(ellen)
  expect(await page(ellen, '/concerns/take-over')).toContain(
    '2 concerns open with the key that you were given',
  )
  await ellen.go('/concerns/take-over', {})
  for (const id of [open, closed])
    await ellen.go(`/concerns/${id}/open`, { reason: 'work', words: '', key: key() })
  expect(await page(ellen, `/concerns/${open}`)).toContain('Canary quince')
  expect((await leaves(grace, 'farid', 'ellen')).status).toBe(303)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
}, 120_000)
