import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, words } from '../../tests/mail/builder.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { handOver } from '../../tests/setup/lmtp.ts'
import { signedBy, testDns } from '../../tests/setup/mail-domain.ts'
import { type NotifyServer, openNotify } from '../../tests/setup/notify.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { textComes } from '../../tests/setup/texted.ts'
import { cast } from '../demo/index.ts'
import { days, hours, later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'

const token = `callback-${randomUUID()}`
const jamies = '447700900789'
const sam = cast.sam.email ?? ''

let house: TestHouse
let server: NotifyServer
let passed = 0
let amira: Person
let ellen: Person
let grace: Person
let at: string
let answersAt: string
beforeAll(async () => {
  server = await openNotify()
  house = await openHouse({
    clock: () => later(new Date(), passed),
    email: { domain: 'messages.riverside.example', resolver: testDns },
    env: {
      LANYARD_NOTIFY_KEY: server.key,
      LANYARD_NOTIFY_TEMPLATE: server.template,
      LANYARD_NOTIFY_URL: server.url,
      LANYARD_NOTIFY_CALLBACK: token,
    },
  })
  amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  grace = await signedIn(house, 'grace')
  const { name, email = '' } = cast.jamie
  await grace.go(`/people/${cast.jamie.id}/details`, { name, email, phone: `+${jamies}`, born: '2013-04-09' })
  await grace.go(`/people/${cast.jamie.id}/way`, { way: 'text' })
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'email' })
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We meet at four.', key: newId() })
  await server.taken(1)
  answersAt = (await house.mailbox.next(sam, /We meet at four/)).from
  await rows(`update auth.session set "expiresAt" = now() + interval '60 days'`)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
  await server.close()
})

const rows = async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await house.database.asOwner(sql, [...values])).rows as T[]
const page = async (path: string, who: Person) => wordsOf(await (await who.get(path)).text())
const texts = (said: string) => textComes(house, token, { from: jamies, words: said })
const answers = () => server.texts.filter(({ body }) => body.includes('call 999'))
const states = async () =>
  (await rows<{ why: string; state: string }>('select why, state from help_answer order by id')).map(
    ({ why, state }) => `${why} ${state}`,
  )
const become = (expected: readonly string[]) => expect.poll(states, { timeout: 20_000 }).toEqual(expected)
/** What a designated person reads of the message that says this. */
async function marked(body: string): Promise<string> {
  const [mark] = await rows<{ id: string }>(
    `select k.id from message_mark k join message m on m.agency_id = k.agency_id and m.id = k.message_id
     where k.kind = 'danger' and m.body = $1`,
    [body],
  )
  return page(`/conversations/marked/${mark?.id}`, ellen)
}

test('a child who texts of danger is texted at once whom to turn to, and nothing of what they wrote; once in twelve hours', async () => {
  await texts('He hits me. I want to die')
  await become(['danger sent'])
  const [answer] = answers()
  expect(answer?.phone_number).toBe(`+${jamies}`)
  expect(answer?.body).toContain('0800 1111')
  expect(answer?.body).not.toMatch(/Jamie|Amira|hits|die/)
  expect(await marked('He hits me. I want to die')).toContain('were sent back to them by the way they wrote')
  const again = await texts('I am going to hurt myself tonight')
  await expect
    .poll(async () => (await rows('select 1 from arrival where external_id = $1', [again])).length)
    .toBe(1)
  expect(await marked('I am going to hurt myself tonight')).toContain('had been sent to them shortly before')
  expect(await states()).toEqual(['danger sent'])
  passed += hours(13)
  server.next.push({ status: 400, error: 'ValidationError', message: 'phone_number Not a UK mobile number' })
  await texts('He hits me again, I am scared of him')
  await become(['danger sent', 'danger not-sent'])
  expect(await marked('He hits me again, I am scared of him')).toContain('could not be sent back to them')
  expect(answers()).toHaveLength(1)
})

test('after STOP nobody is texted, and the designated person is told so', async () => {
  await texts('Stop')
  await texts('My stepdad touches me at night')
  await become(['danger sent', 'danger not-sent', 'danger not-sent'])
  await texts('START')
  expect(answers()).toHaveLength(1)
})

test('a parent who writes of danger by email is written to at once; a machine never is', async () => {
  const give = (raw: Buffer | string) => handOver(house.email?.port ?? 0, { from: sam, raw, to: [answersAt] })
  const danger = 'He says he will kill himself tonight'
  const before = (await states()).length
  await give(
    await signedBy(
      'family.example',
      mailOf({ headers: ['Auto-Submitted: auto-replied'], parts: [{ body: danger }] }),
    ),
  )
  await give(await signedBy('family.example', words(danger)))
  const answer = await house.mailbox.next(sam, /NSPCC/)
  expect(answer.text).toContain('0808 800 5000')
  expect(answer.text).not.toMatch(/kill|tonight|Jamie/)
  expect(answer.raw).toMatch(/^Auto-Submitted: auto-replied/m)
  expect(answer.envelopeFrom).toBe('')
  await expect.poll(async () => (await states()).slice(before), { timeout: 20_000 }).toEqual(['danger sent'])
})

test('a child who texts outside the hours is told whom to turn to now', async () => {
  const closed = { tuesday: '', wednesday: '', thursday: '', friday: '', saturday: '', sunday: '' }
  await grace.go('/organisation/hours', { when: 'hours', monday: '9am to 5pm', ...closed, closed: '' })
  passed += days(2)
  // Never a Monday at ten, whatever day it is.
  const night = new Date(Date.now() + passed)
  night.setUTCDate(night.getUTCDate() + ((3 - night.getUTCDay() + 7) % 7) + 7)
  passed = night.getTime() - Date.now()
  const before = (await states()).length
  await texts('Are you there?')
  await expect.poll(async () => (await states()).slice(before), { timeout: 20_000 }).toEqual(['hours sent'])
  expect(answers().at(-1)?.body).toMatch(/Nobody may read this before Monday/)
})
