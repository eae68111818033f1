import { inspect } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerToApp } from '../../tests/setup/as-app.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { askedBy, opens, sealedTo } from '../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { columnsWith } from '../../tests/setup/whole-database.ts'
import { agencies, type CastName, cast } from '../demo/index.ts'
import { later } from '../kit/clock.ts'
import { system, write } from '../records/index.ts'
import { carriedBy } from './carried.ts'
import { oweKeys } from './owe-keys.ts'

let house: TestHouse
let now = new Date()
beforeAll(async () => {
  house = await openHouse({ clock: () => now })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const passphrase = 'canary zircon bassoon marzipan tugboat'
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const entries = async (event: string) =>
  (
    await house.database.asOwner(
      'select leaf::json as leaf, content::json as content, person_id from entry where event = $1 order by at',
      [event],
    )
  ).rows
const unlock = (who: Person, words = passphrase) => who.post('/sealing/unlock', { words, next: '/sealing' })
const asked = (who: Person) => askedBy(house, who)
const sealTo = (name: CastName, text: string) => sealedTo(house, name, text)
const isOpen = async (who: Person) => (await pageOf(who, '/sealing')).includes('Lock it now')

test('a designated person makes a key, and what is sealed to it she alone opens, while it is unlocked', async () => {
  const ellen = await signedIn(house, 'ellen')
  expect(await pageOf(ellen, '/')).toContain('My key')
  expect(await pageOf(ellen, '/sealing')).toContain('You have no key yet')
  const form = await pageOf(ellen, '/sealing/make')
  expect(form).toContain('Six words, drawn for you')
  expect(await ellen.go('/sealing/make', { words: passphrase, again: passphrase, next: '/sealing' })).toBe(
    '/sealing',
  )
  expect(await pageOf(ellen, '/sealing')).toContain('Unlocked')
  const sealed = await sealTo('ellen', 'What Jamie said')
  expect(await opens((await asked(ellen)).unlocked, sealed)).toBe('What Jamie said')

  const dev = await signedIn(house, 'dev')
  const other = 'harvest goblet sonnet copper otter violin'
  await dev.go('/sealing/make', { words: other, again: other })
  expect(await opens((await asked(dev)).unlocked, sealed)).toBeUndefined()
  expect((await asked(dev)).unlocked).toBeDefined()

  await ellen.go('/sealing/lock', {})
  expect(await isOpen(ellen)).toBe(false)
  expect((await asked(ellen)).unlocked).toBeUndefined()
  expect((await unlock(ellen)).status).toBe(303)
  expect(await opens((await asked(ellen)).unlocked, sealed)).toBe('What Jamie said')

  const [made] = await entries('sealing-key.made')
  expect(made.leaf.who).toBe(cast.ellen.id)
  expect(made.content.recipient).toMatch(/^age1/)
  expect((await entries('sealing-lock.added')).map(one => one.content.kind)).toEqual(['words', 'words'])
})

test('no passphrase and no secret half stands in any column of any table, and none in what is shown or logged', async () => {
  const ellen = await signedIn(house, 'ellen')
  const { unlocked } = await asked(ellen)
  expect(unlocked).toBeDefined()
  for (const shown of [
    inspect(unlocked, { depth: 9, showHidden: true }),
    JSON.stringify({ unlocked }),
    `${unlocked}`,
  ])
    expect(shown).not.toContain('AGE-SECRET-KEY')
  const secret = ellen.cookies.get('lanyard.sealing') ?? ''
  expect(secret).toHaveLength(43)
  expect(await columnsWith(house.database, ['canary', 'zircon', 'AGE-SECRET-KEY', secret])).toEqual([])
  // The look finds what is there: the public half of her key, in its row and in its entry.
  const { rows } = await house.database.asOwner('select recipient from sealing_key limit 1')
  const there = await columnsWith(house.database, [rows[0].recipient])
  expect(there.toSorted()).toEqual(['public.entry.content', 'public.sealing_key.recipient'])
})

test('wrong words open nothing, are told so kindly, are counted, and after a few are on the record', async () => {
  const farid = await signedIn(house, 'farid')
  const words = 'walrus teapot lichen banjo comet sardine'
  await farid.go('/sealing/make', { words, again: words })
  await farid.go('/sealing/lock', {})
  for (let tried = 0; tried < 4; tried++) {
    const answer = await unlock(farid, 'walrus teapot lichen banjo comet')
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain('That passphrase does not unlock your key')
  }
  const tried = await entries('sealing-key.tried')
  expect(tried).toHaveLength(2)
  expect(JSON.stringify(tried)).not.toContain('walrus')
  expect(await isOpen(farid)).toBe(false)
  for (let more = 0; more < 6; more++) await unlock(farid, 'not these words at all')
  const last = await unlock(farid, words)
  expect(last.status).toBe(429)
  expect(wordsOf(await last.text())).toContain('If your key has another lock')
  now = later(now, 16 * 60_000)
  expect((await unlock(farid, words)).status).toBe(303)
})

test('half of what unlocks is worth nothing: another’s cookie with one’s own sign-in, or the other way round', async () => {
  const [ellen, dev] = [await signedIn(house, 'ellen'), await signedIn(house, 'dev')]
  await unlock(ellen)
  await unlock(dev, 'harvest goblet sonnet copper otter violin')
  const [hers, his] = ['lanyard.sealing', 'lanyard.sealing'].map((name, at) =>
    [ellen, dev][at]?.cookies.get(name),
  )
  const stranger = new Person(house)
  for (const [name, value] of dev.cookies) stranger.cookies.set(name, value)
  stranger.cookies.set('lanyard.sealing', hers ?? '')
  expect((await asked(stranger)).unlocked).toBeUndefined()
  for (const [name, value] of ellen.cookies) stranger.cookies.set(name, value)
  stranger.cookies.set('lanyard.sealing', his ?? '')
  expect((await asked(stranger)).unlocked).toBeUndefined()
  stranger.cookies.set('lanyard.sealing', hers ?? '')
  expect((await asked(stranger)).unlocked).toBeDefined()
  stranger.cookies.delete('lanyard.sealing')
  expect((await asked(stranger)).unlocked).toBeUndefined()
  // Whoever comes by a link from elsewhere brings no such cookie, and is led on without typing anything anew.
  expect(await pageOf(stranger, '/sealing/unlock?next=/duties')).toContain('unlocked on this device already')
})

test('it is locked after 30 minutes of no use, after eight hours at most, and each use counts', async () => {
  const ellen = await signedIn(house, 'ellen')
  await unlock(ellen)
  const minutes = async (count: number) => {
    now = later(now, count * 60_000)
  }
  await minutes(29)
  expect((await asked(ellen)).unlocked).toBeDefined()
  const used = async () =>
    (await house.database.asOwner('select max(used_at) as at from sealing_sitting')).rows[0].at
  await expect.poll(used).toEqual(now)
  await minutes(29)
  expect((await asked(ellen)).unlocked).toBeDefined()
  await expect.poll(used).toEqual(now)
  await minutes(31)
  expect((await asked(ellen)).unlocked).toBeUndefined()
  await unlock(ellen)
  for (let half = 0; half < 15; half++) {
    await minutes(29)
    expect((await asked(ellen)).unlocked).toBeDefined()
    await expect.poll(used).toEqual(now)
  }
  await minutes(29)
  await minutes(29)
  expect((await asked(ellen)).unlocked).toBeUndefined()
})

test('it ends with the sign-in and with the role, at once', async () => {
  const sittings = async (name: CastName) =>
    (await house.database.asOwner('select 1 from sealing_sitting where person_id = $1', [cast[name].id]))
      .rowCount
  const farid = await signedIn(house, 'farid')
  await unlock(farid, 'walrus teapot lichen banjo comet sardine')
  expect(await sittings('farid')).toBe(1)
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.farid.id}/roles`, { role: 'deputy-designated-person', change: 'end' })
  expect(await sittings('farid')).toBe(0)
  expect((await farid.get('/sealing')).status).toBe(404)
  expect((await asked(farid)).unlocked).toBeUndefined()

  const dev = await signedIn(house, 'dev')
  await unlock(dev, 'harvest goblet sonnet copper otter violin')
  expect(await sittings('dev')).toBe(1)
  await dev.go('/sign-out/everywhere', {})
  expect(await sittings('dev')).toBe(0)
})

test('a weak passphrase is turned away with how soon it would be guessed; nothing but the two fields is asked', async () => {
  const kofi = await signedIn(house, 'kofi')
  const tries = async (words: string, again = words) => {
    const answer = await kofi.post('/sealing/make', { words, again })
    expect(answer.status).toBe(422)
    return wordsOf(await answer.text())
  }
  expect(await tries('short')).toContain('must be 16 characters or more')
  expect(await tries('passwordpassword')).toContain('could be guessed in')
  expect(await tries('Kofi Mensah Otters 2024')).toContain('a few moments')
  expect(await tries('aaaaaaaaaaaaaaaaaaaaaaaa')).toContain('a few moments')
  expect(await tries(passphrase, `${passphrase} x`)).toContain('are not the same')
  expect(await tries('')).toContain('Enter a passphrase')
  // Words that he may have written down stay on the page while he mends what is wrong.
  const drawn = 'otter kettle marble canoe walnut fiddle'
  const again = await kofi.post('/sealing/make', { words: drawn, again: 'x', drawn })
  expect(wordsOf(await again.text())).toContain(drawn)
  expect(
    (await house.database.asOwner('select 1 from sealing_key where person_id = $1', [cast.kofi.id])).rowCount,
  ).toBe(0)
})

test('it is nobody else’s: an administrator, a worker and a manager have no such page', async () => {
  for (const name of ['grace', 'amira', 'carys', 'helen'] as const) {
    const who = await signedIn(house, name)
    for (const path of ['/sealing', '/sealing/make', '/sealing/unlock', '/sealing/words'])
      expect([name, path, (await who.get(path)).status]).toEqual([name, path, 404])
    expect((await who.post('/sealing/make', { words: passphrase, again: passphrase })).status).toBe(404)
  }
})

test('other words lock the same key: the old ones open nothing, and what was sealed before opens still', async () => {
  const ellen = await signedIn(house, 'ellen')
  const sealed = await sealTo('ellen', 'Before')
  await ellen.go('/sealing/lock', {})
  expect(await ellen.go('/sealing/unlock', { words: passphrase, next: '/sealing/words' })).toBe(
    '/sealing/words',
  )
  const words = 'gondola thimble quartz fennel oboe heron'
  expect(await ellen.go('/sealing/words', { words, again: words })).toBe('/sealing')
  await ellen.go('/sealing/lock', {})
  expect((await unlock(ellen)).status).toBe(422)
  expect((await unlock(ellen, words)).status).toBe(303)
  expect(await opens((await asked(ellen)).unlocked, sealed)).toBe('Before')
  expect((await entries('sealing-lock.changed')).length).toBe(1)
  // Whoever finds the computer open a while later gives themselves no lock.
  now = later(now, 11 * 60_000)
  expect((await asked(ellen)).unlocked).toBeDefined()
  const late = await ellen.post('/sealing/words', { words: passphrase, again: passphrase })
  expect(late.headers.get('location')).toBe('/sealing/unlock?next=%2Fsealing%2Fwords')
})

test('the database shows locks to their own person alone, and lets nobody make a key for another', async () => {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const seen = async (agency: string, person: string, table: string) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      agency,
      person,
    ])
    const { rows } = await app.query(`select count(*)::int as n from ${table}`)
    await app.query('rollback')
    return rows[0].n
  }
  expect(await seen(agencies.riverside.id, cast.ellen.id, 'sealing_lock')).toBe(1)
  expect(await seen(agencies.riverside.id, cast.grace.id, 'sealing_lock')).toBe(0)
  expect(await seen(agencies.otters.id, cast.ellen.id, 'sealing_lock')).toBe(0)
  expect(await seen(agencies.riverside.id, cast.grace.id, 'sealing_key')).toBe(3)
  expect(await seen(agencies.otters.id, cast.kofi.id, 'sealing_key')).toBe(0)
  await app.end()
  const { rows } = await house.database.asOwner('select * from sealing_key where person_id = $1', [
    cast.ellen.id,
  ])
  const insert = {
    text: `insert into sealing_key select agency_id, gen_random_uuid(), '${cast.carys.id}', 'age1' || repeat('q', 58), made_at, null, entry_id from sealing_key where id = $1`,
    values: [rows[0].id],
  }
  expect(await answerToApp(house.database, agencies.riverside.id, insert)).toBe('23514')
})

test('whoever has the role and no key owes one, once; making it closes the duty', async () => {
  const { ground } = house.house
  const owe = () => write(ground, system(agencies.otters.id), oweKeys)
  expect(await owe()).toBe(2)
  expect(await owe()).toBe(0)
  const kofi = await signedIn(house, 'kofi')
  expect(await pageOf(kofi, '/duties')).toContain('Make your key to what is sealed for you')
  await kofi.go('/sealing/make', { words: passphrase, again: passphrase })
  expect(await pageOf(kofi, '/duties')).not.toContain('Make your key')
})

test('nothing of it is kept between requests', async () => {
  const { actor } = await asked(await signedIn(house, 'ellen'))
  expect(carriedBy(actor)).toBeDefined()
  expect(carriedBy({ ...actor })).toBeUndefined()
  expect(JSON.stringify(actor)).not.toContain('secret')
})
