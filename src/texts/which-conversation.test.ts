import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type NotifyServer, openNotify } from '../../tests/setup/notify.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { textComes } from '../../tests/setup/texted.ts'
import { cast } from '../demo/index.ts'
import { days, later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'

const token = `callback-${randomUUID()}`
const jamies = '447700900789'

let house: TestHouse
let server: NotifyServer
let passed = 0
let amira: Person
let ellen: Person
/** With Jamie and Sam, who is Jamie’s parent; another with the same people; and what Jamie began, with Amira alone. */
let thursday: string
let another: string
let own: string
beforeAll(async () => {
  server = await openNotify()
  house = await openHouse({
    clock: () => later(new Date(), passed),
    env: {
      LANYARD_NOTIFY_KEY: server.key,
      LANYARD_NOTIFY_TEMPLATE: server.template,
      LANYARD_NOTIFY_URL: server.url,
      LANYARD_NOTIFY_CALLBACK: token,
    },
  })
  amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  const grace = await signedIn(house, 'grace')
  const opened = (subject: string) =>
    amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject })
  thursday = await opened('Thursday')
  another = await opened('Saturday')
  await say(thursday, 'Hello Jamie.')
  const jamie = await comesIn(house, 'jamie')
  const { name } = cast.jamie
  await grace.go(`/people/${cast.jamie.id}/details`, {
    ...{ name, email: cast.jamie.email ?? '', phone: `+${jamies}`, born: '2013-04-09' },
  })
  await grace.go(`/people/${cast.jamie.id}/way`, { way: 'text' })
  const key = hiddenOn(await (await jamie.get('/family/new')).text(), 'key')
  const at = await jamie.go('/family/new', { to: cast.amira.id, body: 'Can I ask you about home?', key })
  own = at.replace('/family/', '/conversations/').replace(/#.*/, '')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
  await server.close()
})

const rows = async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await house.database.asOwner(sql, [...values])).rows as T[]
const idOf = (at: string) => at.split('/').at(-1) ?? ''
const say = (at: string, body: string) => amira.go(`${at}/write`, { body, key: newId() })
/** Amira writes to Jamie, and it is on their phone. */
async function reaches(at: string, body: string): Promise<void> {
  await say(at, body)
  await expect.poll(() => server.texts.some(text => text.body.includes(body)), { timeout: 20_000 }).toBe(true)
}
const texts = (words: string) => textComes(house, token, { from: jamies, words })
const became = async (id: string) =>
  (
    await rows<{ outcome: string; reason: string | null; conversation: string | null }>(
      'select outcome, reason, conversation_id as conversation from arrival where external_id = $1',
      [id],
    )
  )[0]
const held = { outcome: 'held', reason: 'no-conversation', conversation: null }
const said = (at: string) => ({ outcome: 'message', reason: null, conversation: idOf(at) })
const page = async (path: string, who = amira) => wordsOf(await (await who.get(path)).text())

test('who is texted from one conversation answers there; from two with the same people, in the last', async () => {
  await reaches(thursday, 'We meet at four.')
  expect(await became(await texts('See you at four.'))).toEqual(said(thursday))
  await reaches(another, 'And on Saturday at two.')
  expect(await became(await texts('At two, good.'))).toEqual(said(another))
})

test('what may answer a conversation that leaves a parent out is held, and no parent is sent it', async () => {
  await reaches(own, 'Yes, ask me.')
  // Whoever reads what Jamie began reads the others too: it goes where Jamie was texted last.
  expect(await became(await texts('It is about home.'))).toEqual(said(own))
  await reaches(thursday, 'Bring a coat on Thursday.')
  const words = 'Please do not tell my dad.'
  const id = await texts(words)
  expect(await became(id)).toEqual(held)
  expect(await page(thursday)).not.toContain(words)
  expect(await rows('select id from message where body = $1', [words])).toEqual([])
  // A designated person says where it belongs, and sees who would read it.
  const [arrival] = await rows<{ id: string }>('select id from arrival where external_id = $1', [id])
  const place = `/arrivals/${arrival?.id}/place`
  expect(await page(place, ellen)).toMatch(/in “Thursday” With [^.]+\. Read by Sam Taylor too/)
  await ellen.go(place, { place: `${idOf(own)} ${cast.jamie.id}` })
  expect(await page(own)).toContain(words)
  // To nobody else: the jobs of what was said are done, or would be there still.
  const sams = await rows(
    `select 1 from delivery d join message m on m.agency_id = d.agency_id and m.id = d.message_id
     where m.body = $1`,
    [words],
  )
  expect(sams).toEqual([])
  expect(house.mailbox.all.some(({ text }) => text.includes(words))).toBe(false)
})

test('what another conversation said long ago is not answered any more', async () => {
  passed += days(15)
  await rows(`update auth.session set "expiresAt" = now() + interval '60 days'`)
  await reaches(thursday, 'We meet at five now.')
  expect(await became(await texts('Five is fine.'))).toEqual(said(thursday))
})

test('what may answer a notice is held: its answers go to the organisation alone', async () => {
  const group = await amira.go('/notices/groups/new', { name: 'Trip', who: `child:${cast.jamie.id}` })
  await amira.go(`${group}/write`, {
    ...{ reaches: 'both', subject: 'The trip', body: 'Can you come?', key: randomUUID() },
  })
  await expect
    .poll(() => server.texts.some(text => text.body.includes('Can you come?')), { timeout: 20_000 })
    .toBe(true)
  expect(await became(await texts('I cannot, and Dad must not know.'))).toEqual(held)
  await reaches(thursday, 'Are you there?')
  expect(await became(await texts('I am here.'))).toEqual(said(thursday))
})
