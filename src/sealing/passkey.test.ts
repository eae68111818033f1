import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { addsPasskey, makesKey, passkeyGiving, unlocks } from '../../tests/setup/keys.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'
import { later } from '../kit/clock.ts'

let house: TestHouse
let now = new Date()
beforeAll(async () => {
  house = await openHouse({ clock: () => now })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const isOpen = async (who: Person) => (await pageOf(who, '/sealing')).includes('Lock it now')
const locksOf = async (id: string) =>
  (await house.database.asOwner('select * from sealing_lock where person_id = $1 order by added_at', [id]))
    .rows
const withPasskey = (who: Person, number: number, more: Record<string, string> = {}) =>
  who.post('/sealing/unlock/passkey', { ...passkeyGiving(number), next: '/duties', ...more })

test('a passkey unlocks the same key beside a passphrase, and each can go while another stays', async () => {
  const ellen = await signedIn(house, 'ellen')
  await makesKey(ellen)
  expect(await addsPasskey(ellen)).toBe('/sealing')
  await ellen.go('/sealing/lock', {})
  const unlocked = await withPasskey(ellen, 1)
  expect([unlocked.status, unlocked.headers.get('location')]).toEqual([303, '/duties'])
  expect(await isOpen(ellen)).toBe(true)

  const [, passkey] = await locksOf(cast.ellen.id)
  const at = `/sealing/locks/${passkey.id}`
  expect(await pageOf(ellen, at)).toContain('Remove a passkey from your key')
  expect(await ellen.go(at, {})).toBe('/sealing')
  expect((await ellen.get(at)).status).toBe(404)
  await ellen.go('/sealing/lock', {})
  expect((await withPasskey(ellen, 1)).status).toBe(422)
  expect(await isOpen(ellen)).toBe(false)
  await unlocks(ellen)
  const kinds = await house.database.asOwner(
    `select event, content::json ->> 'kind' as kind from entry where event like 'sealing-lock.%' order by at`,
  )
  expect(kinds.rows.map(({ event, kind }) => `${event} ${kind}`)).toEqual([
    'sealing-lock.added words',
    'sealing-lock.added passkey',
    'sealing-lock.removed passkey',
  ])
})

test('whoever signs in elsewhere makes a key with a passkey alone; it is not taken away until something else unlocks', async () => {
  const dev = await signedIn(house, 'dev')
  expect(await dev.go('/sealing/make/passkey', { ...passkeyGiving(3), next: '/sealing' })).toBe('/sealing')
  expect(await isOpen(dev)).toBe(true)
  const [only] = await locksOf(cast.dev.id)
  expect(only.kind).toBe('passkey')
  const answer = await dev.post(`/sealing/locks/${only.id}`, {})
  expect(answer.status).toBe(409)
  expect(wordsOf(await answer.text())).toContain('Choose a passphrase first')
  expect(await pageOf(dev, '/sealing')).toContain('Add a passphrase')
})

test('another passkey’s secret, or half a one, opens nothing; and nobody adds one to a key that was not just unlocked', async () => {
  const dev = await signedIn(house, 'dev')
  await dev.go('/sealing/lock', {})
  for (const wrong of [
    { secret: passkeyGiving(4).secret },
    { secret: 'AAAA' },
    { secret: '' },
    { credential: passkeyGiving(4).credential },
    { credential: '"><script>' },
  ]) {
    const answer = await withPasskey(dev, 3, wrong)
    expect([wrong, answer.status]).toEqual([wrong, 422])
    expect(wordsOf(await answer.text())).toContain('Nothing was changed')
  }
  expect(await isOpen(dev)).toBe(false)
  expect(await addsPasskey(dev, 5)).toBe('/sealing/unlock?next=%2Fsealing')
  expect(await locksOf(cast.dev.id)).toHaveLength(1)
  await withPasskey(dev, 3)
  now = later(now, 11 * 60_000)
  expect(await addsPasskey(dev, 5)).toBe('/sealing/unlock?next=%2Fsealing')
  expect(await locksOf(cast.dev.id)).toHaveLength(1)
  // Another person's lock is not there for him.
  const [hers] = await locksOf(cast.ellen.id)
  expect((await dev.get(`/sealing/locks/${hers.id}`)).status).toBe(404)
})
