import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerToApp } from '../../../tests/setup/as-app.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { askedBy, makesKey, opens, sealedTo, someWords, unlocks } from '../../../tests/setup/keys.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { columnsWith } from '../../../tests/setup/whole-database.ts'
import { agencies, type CastName, cast } from '../../demo/index.ts'
import { days, later } from '../../kit/clock.ts'
import { system, write } from '../../records/index.ts'
import { oweNaming } from './owe-naming.ts'
import { tidyRecoveries } from './tidy.ts'

let house: TestHouse
let now = new Date()
beforeAll(async () => {
  house = await openHouse({ clock: () => now })
  for (const name of ['dev', 'ellen', 'farid'] as const) await makesKey(await signedIn(house, name))
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const later1 = () => {
  now = later(now, 60_000)
}
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const rows = async (sql: string, values: readonly unknown[] = []) =>
  (await house.database.asOwner(sql, [...values])).rows
const count = async (table: string) => (await rows(`select count(*)::int as n from ${table}`))[0].n as number
const riverside = agencies.riverside.id

/** Names these people, as the page's boxes send it. */
async function names(who: Person, ...whom: CastName[]): Promise<Response> {
  later1()
  return who.postAll(
    '/sealing/keyholders/name',
    whom.map(name => ['holders', cast[name].id]),
  )
}

/** Loses their key: makes another in its place. */
const loses = async (who: Person, words: string) => {
  later1()
  await who.go('/sealing/lost', { words, again: words })
}
const asked = async () =>
  `/sealing/recoveries/${(await rows('select id from recovery order by asked_at desc limit 1'))[0].id}`
const helps = (who: Person, at: string) => {
  later1()
  return who.post(at, { sure: 'yes' })
}
const stops = (who: Person, at: string) => {
  later1()
  return who.post(`${at}/stop`, {})
}
const words2 = 'raft puffin barley mosaic tunnel quill'
const words3 = 'shovel orchid falcon cocoa trellis igloo'

test('a senior manager or designated person names three to five keyholders who have a key; nobody else does', async () => {
  const [dev, farid, grace] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'farid'),
    await signedIn(house, 'grace'),
  ]
  expect(await pageOf(dev, '/sealing/keyholders')).toContain('Nobody has been named yet')
  expect(await write(house.house.ground, system(riverside), oweNaming)).toBe(1)
  expect(await pageOf(dev, '/duties')).toContain('Name who could give back')
  expect((await names(farid, 'dev', 'ellen', 'farid')).status).toBe(404)
  expect((await names(grace, 'dev', 'ellen', 'farid')).status).toBe(404)
  const few = await names(dev, 'dev', 'ellen')
  expect(few.status).toBe(422)
  expect(wordsOf(await few.text())).toContain('Choose 3 to 5 people')
  const keyless = await names(dev, 'dev', 'ellen', 'carys')
  expect(wordsOf(await keyless.text())).toContain('has no key any more')
  expect((await names(dev, 'dev', 'ellen', 'farid')).status).toBe(303)
  expect([await count('keyholder'), await count('keyholder_pair')]).toEqual([3, 6])
  expect(await pageOf(dev, '/duties')).not.toContain('Name who could give back')
  const [made] = await rows(`select leaf::json as leaf from entry where event = 'recovery-key.made'`)
  expect(made.leaf.who).toBe(cast.dev.id)
  expect(made.leaf.about).toHaveLength(4)
  // From now on nobody names by themselves.
  await names(dev, 'dev', 'ellen', 'farid')
  expect(await count('recovery_key')).toBe(1)
  await stops(dev, await asked())
  for (const name of ['dev', 'ellen', 'farid'] as const) await unlocks(await signedIn(house, name))
  expect(await count('kept_key')).toBe(3)
  expect(await pageOf(farid, '/sealing')).toContain('Dev Mehta and Ellen Fraser together could give back')
})

test('what a lost key opened is given back by two keyholders, each in their own sign-in, and by neither alone', async () => {
  const [dev, ellen, farid] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'ellen'),
    await signedIn(house, 'farid'),
  ]
  const before = await sealedTo(house, 'farid', 'Before')
  await loses(farid, words2)
  const after = await sealedTo(house, 'farid', 'After')
  const open = async (sealed: Uint8Array) => opens((await askedBy(house, farid)).unlocked, sealed)
  expect([await open(before), await open(after)]).toEqual([undefined, 'After'])
  expect((await farid.post('/sealing/unlock', { words: someWords })).status).toBe(422)
  for (const who of [dev, ellen])
    expect(await pageOf(who, '/duties')).toContain('You are asked as a keyholder')

  const at = await asked()
  const own = await helps(farid, at)
  expect(own.status).toBe(409)
  expect(wordsOf(await own.text())).toContain('neither of them twice or for themselves')
  expect((await dev.post(at, {})).status).toBe(422)
  expect((await helps(dev, at)).status).toBe(303)
  expect(await open(before)).toBeUndefined()
  const twice = await helps(dev, at)
  expect(twice.status).toBe(409)
  expect(await pageOf(dev, at)).toContain('First keyholder')

  // What lies between the two is read by the second alone.
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const seenBy = async (name: CastName, agency = riverside) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      agency,
      cast[name].id,
    ])
    const { rows: seen } = await app.query('select for_id from recovery_half')
    await app.query('rollback')
    return seen.map(({ for_id }) => for_id)
  }
  expect(await seenBy('ellen')).toEqual([cast.ellen.id])
  for (const name of ['dev', 'farid', 'grace'] as const) expect(await seenBy(name)).toEqual([])
  expect(await seenBy('ellen', agencies.otters.id)).toEqual([])
  await app.end()

  later1()
  expect((await helps(ellen, at)).status).toBe(303)
  expect([await count('recovery_half'), await count('sealing_past')]).toEqual([0, 1])
  // His key has come to open more: it is unlocked anew, and does.
  expect(await open(after)).toBeUndefined()
  await unlocks(farid, words2)
  expect([await open(before), await open(after)]).toEqual(['Before', 'After'])

  const events = await rows(
    `select event, person_id from entry where event like 'recovery.%' and about_id = $1 order by at, id`,
    [at.split('/').at(-1)],
  )
  expect(events.map(({ event, person_id }) => [event, person_id])).toEqual([
    ['recovery.asked', cast.farid.id],
    ['recovery.begun', cast.dev.id],
    ['recovery.finished', cast.ellen.id],
  ])
  for (const who of [dev, farid]) {
    expect(await pageOf(who, '/duties')).toContain('Two keyholders have done something together')
    expect(await pageOf(who, at)).toContain('Second keyholder Ellen Fraser')
    expect(await pageOf(who, '/duties')).not.toContain('Two keyholders have done something')
  }
  expect(await pageOf(farid, '/sealing')).not.toContain('Ask the keyholders')
})

test('whoever was a keyholder is one again with their new key, and all of it is given back a second time', async () => {
  const [dev, ellen, farid] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'ellen'),
    await signedIn(house, 'farid'),
  ]
  expect(await count('recovery_key')).toBe(2)
  expect(await count('keyholder_pair')).toBe(6)
  // Ellen loses hers: Farid, with his new key, is one of the two.
  const hers = await sealedTo(house, 'ellen', 'Hers')
  await loses(ellen, words2)
  const at = await asked()
  await helps(farid, at)
  later1()
  await helps(dev, at)
  await unlocks(ellen, words2)
  expect(await opens((await askedBy(house, ellen)).unlocked, hers)).toBe('Hers')
  // And Farid his once more, before he has unlocked it since the keyholders' parts were made anew.
  const his = await sealedTo(house, 'farid', 'His')
  await loses(farid, words3)
  const again = await asked()
  await helps(ellen, again)
  later1()
  await helps(dev, again)
  await unlocks(farid, words3)
  expect(await opens((await askedBy(house, farid)).unlocked, his)).toBe('His')
  expect((await rows('select 1 from sealing_past')).length).toBe(3)
})

test('other keyholders are named by two of them together', async () => {
  const [dev, ellen, grace, carys] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'ellen'),
    await signedIn(house, 'grace'),
    await signedIn(house, 'carys'),
  ]
  await grace.go(`/people/${cast.carys.id}/roles`, { role: 'deputy-designated-person', change: 'give' })
  await makesKey(carys, words2)
  later1()
  await unlocks(dev)
  expect((await names(dev, 'dev', 'ellen', 'carys', 'farid')).status).toBe(303)
  expect(await count('recovery_key')).toBe(4)
  const at = await asked()
  expect((await helps(carys, at)).status).toBe(409)
  expect((await helps(dev, at)).status).toBe(409)
  expect(await pageOf(ellen, at)).toContain('Carys Powell, Dev Mehta, Ellen Fraser, Farid Aziz')
  later1()
  await unlocks(ellen, words2)
  expect((await helps(ellen, at)).status).toBe(303)
  expect([await count('recovery_key'), await count('keyholder_pair')]).toEqual([5, 12])
  expect(await pageOf(dev, '/sealing/keyholders')).toContain('Carys Powell Ready')
  // What was kept before opens with what Carys has of it now.
  const farid = await signedIn(house, 'farid')
  const his = await sealedTo(house, 'farid', 'With Carys')
  await loses(farid, words2)
  const again = await asked()
  await unlocks(carys, words2)
  await helps(carys, again)
  later1()
  await helps(ellen, again)
  await unlocks(farid, words2)
  expect(await opens((await askedBy(house, farid)).unlocked, his)).toBe('With Carys')
})

test('a keyholder who knows better stops it; it can be asked again, and ends by itself after two weeks', async () => {
  const [dev, farid] = [await signedIn(house, 'dev'), await signedIn(house, 'farid')]
  await loses(farid, words3)
  const at = await asked()
  await unlocks(dev)
  await helps(dev, at)
  expect(await count('recovery_half')).toBeGreaterThan(0)
  expect((await stops(dev, at)).status).toBe(303)
  expect(await count('recovery_half')).toBe(0)
  expect((await stops(dev, at)).status).toBe(409)
  expect((await helps(await signedIn(house, 'ellen'), at)).status).toBe(409)
  expect(await pageOf(farid, '/sealing')).toContain('Ask the keyholders')
  later1()
  await farid.go('/sealing/ask', {})
  expect(await asked()).not.toBe(at)
  expect(await pageOf(farid, '/sealing')).toContain('want to speak to you first')
  const today = now
  now = later(now, days(15))
  expect(await write(house.house.ground, system(riverside), tidyRecoveries)).toBe(1)
  const [ended] = await rows('select ended_at, ended_by from recovery order by asked_at desc limit 1')
  expect([ended.ended_at !== null, ended.ended_by]).toEqual([true, null])
  now = today
})

test('the database itself lets no one be both, no one help themselves, and nobody name others but two who hold it', async () => {
  const [one] = await rows(`select * from recovery where kind = 'key' and second_by is not null limit 1`)
  const insert = (changes: string) => ({
    text: `insert into recovery (agency_id, id, kind, recovery_id, lost_id, new_id, for_id, asked_by, asked_at, first_by, first_at, second_by, second_at, entry_id)
      select agency_id, gen_random_uuid(), kind, recovery_id, lost_id, new_id, ${changes}, entry_id from recovery where id = $1`,
    values: [one.id],
  })
  const [a, b, c] = [cast.dev.id, cast.ellen.id, cast.farid.id].map(id => `'${id}'::uuid`)
  const answer = (changes: string) => answerToApp(house.database, riverside, insert(changes))
  // Also in another's name: nobody acts in this transaction.
  for (const wrong of [
    `${c}, asked_by, asked_at, ${a}, now(), ${a}, now()`,
    `${c}, asked_by, asked_at, ${c}, now(), ${a}, now()`,
    `${c}, asked_by, asked_at, ${a}, now(), ${c}, now()`,
    `${c}, asked_by, asked_at, null, null, ${b}, now()`,
  ])
    expect([wrong, await answer(wrong)]).toEqual([wrong, '23514'])
  const update = { text: 'update recovery set first_by = $2 where id = $1', values: [one.id, cast.carys.id] }
  expect(await answerToApp(house.database, riverside, update)).toBe('23514')
  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  await owner.query('begin')
  await owner.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
    riverside,
    cast.grace.id,
  ])
  await owner.query(
    `insert into recovery_key select agency_id, gen_random_uuid(), recipient, id, previous_sealed, $1, $2, now(), entry_id
     from recovery_key where previous_sealed is not null limit 1`,
    [cast.grace.id, cast.dev.id],
  )
  await expect(owner.query('set constraints all immediate')).rejects.toThrow(/keyholders/)
  await owner.query('rollback')
  await owner.end()
})

test('when a keyholder leaves, those who are left owe naming others', async () => {
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.carys.id}/roles`, { role: 'deputy-designated-person', change: 'end' })
  expect(await write(house.house.ground, system(riverside), oweNaming)).toBe(2)
  expect(await write(house.house.ground, system(riverside), oweNaming)).toBe(0)
  const ellen = await signedIn(house, 'ellen')
  expect(await pageOf(ellen, '/duties')).toContain('Name who could give back')
  expect(await pageOf(ellen, '/sealing/keyholders')).toContain('Carys Powell Not ready')
})

test('where nobody could give it back, whoever loses a key says that they know', async () => {
  const kofi = await signedIn(house, 'kofi')
  await makesKey(kofi)
  const old = await sealedTo(house, 'kofi', 'Old')
  const answer = await kofi.post('/sealing/lost', { words: words2, again: words2 })
  expect(answer.status).toBe(422)
  const page = wordsOf(await answer.text())
  expect(page).toContain('stays closed for good')
  expect(page).toContain('Say that you know')
  await kofi.go('/sealing/lost', { words: words2, again: words2, sure: 'yes' })
  expect(await opens((await askedBy(house, kofi)).unlocked, old)).toBeUndefined()
  expect((await rows('select 1 from recovery where for_id = $1', [cast.kofi.id])).length).toBe(0)
})

test('after all of it no secret half and no passphrase stands anywhere in the database', async () => {
  expect(await columnsWith(house.database, ['AGE-SECRET-KEY', 'puffin', 'trellis', 'thimble'])).toEqual([])
})
