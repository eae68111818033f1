import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../../src/app.ts'
import { acceptableUse, cast } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../setup/person.ts'

let house: TestHouse
let amira: Person
let conversation: string
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  conversation = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
})
afterEach(() => {
  house.faults.length = 0
})
afterAll(async () => {
  await house.close()
})

const raw = (path: string, init: RequestInit) => {
  const cookie = [...amira.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, host: new URL(house.url).host, 'sec-fetch-site': 'same-origin', ...init.headers }
  return house.fetch(new Request(house.url + path, { method: 'POST', ...init, headers }))
}

test('a fault shows a reference number, keeps what it knows to itself, and is told once', async () => {
  await house.database.asOwner('alter table duty rename to duty_gone')
  try {
    const answer = await amira.get('/duties')
    const words = wordsOf(await answer.text())
    expect(answer.status).toBe(500)
    expect(words).toMatch(/tell your administrator this reference: [0-9A-F]{8} /)
    expect(words).toContain('call 999')
    expect(words).not.toMatch(/duty|relation|sql|Amira|Error/)
    expect(house.faults).toHaveLength(1)
  } finally {
    await house.database.asOwner('alter table duty_gone rename to duty')
  }
  expect((await amira.get('/duties')).status).toBe(200)
})

test('what cannot be sent comes back with what was typed, each mistake said beside its field and at the top', async () => {
  const answer = await amira.post('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: 'x'.repeat(121),
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('x'.repeat(121))
  expect(html).toMatch(/<title>Error: /)
  expect(html).toContain('There is a problem')
  expect(html).toContain('govuk-error-message')
})

test('a refusal says what to do instead, and keeps what was typed', async () => {
  const key = hiddenOn(await (await amira.get(conversation)).text(), 'key')
  const answer = await amira.post(`${conversation}/write`, { body: 'Ring me on 07700 900999', key })
  const html = await answer.text()
  expect([409, 422]).toContain(answer.status)
  expect(html).toContain('Ring me on 07700 900999')
  expect(wordsOf(html)).toContain('Use the team number instead')
})

const nasty: readonly (readonly [string, () => Promise<Response>])[] = [
  [
    'a NUL byte in a subject',
    () => amira.post('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'a\u0000b' }),
  ],
  [
    'a key that is no key',
    () => amira.post(`${conversation}/write`, { body: 'Hello', key: "'; drop table message" }),
  ],
  ['no fields at all', () => amira.post(`${conversation}/write`, {})],
  [
    'JSON where a form belongs',
    () =>
      raw(`${conversation}/write`, { body: '{"body":"x"}', headers: { 'content-type': 'application/json' } }),
  ],
  [
    'a broken multipart form',
    () =>
      raw(`${conversation}/write`, {
        body: '--x\r\nnonsense',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      }),
  ],
  [
    'bytes that are not UTF-8',
    () =>
      raw(`${conversation}/write`, {
        body: Buffer.from('body=%ff%fe&key=1', 'latin1'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  ],
  [
    'a field sent twice',
    () =>
      raw(`${conversation}/write`, {
        body: 'body=one&body=two',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  ],
  [
    'a file where words belong',
    async () => {
      const form = new FormData()
      form.set('body', new File(['hello'], 'a.txt'))
      form.set('key', crypto.randomUUID())
      return raw(`${conversation}/write`, { body: form })
    },
  ],
  [
    'somebody who is nobody',
    () => amira.post('/conversations/new', { whom: 'child:__proto__', subject: 'Hello' }),
  ],
  ['an address that climbs', () => amira.get('/policies/..%2f..%2fetc%2fpasswd')],
  ['an address with broken escapes', () => amira.get('/policies/%E0%A4%A')],
  ['a very long address', () => amira.get(`/policies/${'a'.repeat(8000)}`)],
  ['odd words in the query', () => amira.get('/conversations?page=-1&page=NaN&sort[]=x')],
  [
    'a version that is not a number',
    () => amira.post(`/policies/${acceptableUse.riverside}/sign`, { version: '1e309', agree: 'yes' }),
  ],
  [
    'a cookie that is nonsense',
    () =>
      raw('/', {
        method: 'GET',
        headers: { cookie: 'lanyard.session_token=%E0%A4%A.x; lanyard.family=%00' },
      }),
  ],
  ['a receipt that is a novel', () => amira.post('/check', { receipt: '{"leaf":'.repeat(5000) })],
]

test.each(nasty)('%s is answered, with no fault and nothing stored', async (_, send) => {
  const count = async () =>
    (await house.database.asOwner('select count(*)::int as all from message')).rows[0]?.all
  const before = await count()
  const answer = await send()
  expect(house.faults).toEqual([])
  expect(answer.status).toBeLessThan(500)
  expect(await count()).toBe(before)
})

test('what PostgreSQL cannot keep is taken out of a message, and the rest is kept', async () => {
  await amira.go(`${conversation}/write`, { body: 'nul\u0000byte \ud800half', key: crypto.randomUUID() })
  const { rows } = await house.database.asOwner('select body from message order by id desc limit 1')
  expect(rows[0]?.body).toMatch(/^nul.?byte .half$/)
})

test('a form of more than a megabyte is refused in words', async () => {
  const answer = await raw(`${conversation}/write`, {
    body: `body=${'a'.repeat(1024 * 1024 + 1)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${1024 * 1024 + 6}` },
  })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('too large')
})

test('no address takes a method that it does not say it takes', async () => {
  for (const { address } of pagesOf(house.house).slice(0, 20))
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await raw(address.pattern, { method })
      expect([address.pattern, method, answer.status >= 300 && answer.status < 500]).toEqual([
        address.pattern,
        method,
        true,
      ])
    }
  expect(house.faults).toEqual([])
})

test('every page forbids what it does not need: other sites’ script, styles in line, frames, guessing of types', async () => {
  const answer = await amira.get('/')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const html = await answer.text()
  expect(html).not.toMatch(/ style=| on\w+="|<script(?![^>]* src=)/)
  expect(html).not.toMatch(/(src|href)="https?:\/\/(?!www\.gov\.uk|localhost)/)
})
