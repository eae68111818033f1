import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../../src/app.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import type { Person } from '../setup/person.ts'
import { asOwner, withApp } from '../setup/sign-in.ts'

let house: TestHouse
let grace: Person
beforeAll(async () => {
  house = await openHouse()
  grace = (await withApp(house, 'grace')).person
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const send = (path: string, headers: Record<string, string>, method = 'POST') =>
  house.fetch(
    new Request(house.url + path, {
      method,
      headers: {
        cookie: [...grace.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        host: new URL(house.url).host,
        ...headers,
      },
      body: new URLSearchParams({ name: 'X', agree: 'yes' }),
    }),
  )

const foreign: Record<string, Record<string, string>> = {
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'another site, by an older browser': { origin: 'https://evil.example' },
  'another host of the same site': { origin: 'http://other.localhost', 'sec-fetch-site': 'same-site' },
  'another port': { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'another port, by an older browser': { origin: 'http://localhost:1' },
  'a sandboxed frame': { origin: 'null' },
  'a name that begins as ours': { origin: 'http://localhost.evil.example' },
  'nobody says where': {},
  'a claim that does not hold together': { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
  'an address that was typed, which sends no form': { 'sec-fetch-site': 'none' },
}

test.each(Object.entries(foreign))('no address takes a change from: %s', async (_, headers) => {
  const before = await asOwner(house, async client => (await client.query('select count(*) from entry')).rows)
  for (const { address } of pagesOf(house.house)) {
    // Another machine says nowhere whence it sends; it shows a token, and here it has none.
    if (address.machine && Object.keys(headers).length === 0) {
      expect([address.pattern, (await send(address.pattern, headers)).status]).toEqual([address.pattern, 404])
      continue
    }
    const answer = await send(address.pattern.replace(/\{.*\}/, ''), headers)
    expect([address.pattern, answer.status, answer.headers.getSetCookie()]).toEqual([
      address.pattern,
      403,
      [],
    ])
    expect(await answer.text()).toContain('Open the page again and send it from there')
  }
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await send('/account', headers, method)).status).toBe(403)
  expect((await grace.get('/account')).status).toBe(200)
  expect(
    await asOwner(house, async client => (await client.query('select count(*) from entry')).rows),
  ).toEqual(before)
})

test('our own pages are taken, by newer and by older browsers', async () => {
  const own = { origin: house.url, 'sec-fetch-site': 'same-origin' }
  expect((await send('/people/invite', own)).status).toBe(422)
  expect((await send('/people/invite', { origin: house.url })).status).toBe(422)
})
