import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type NotifyServer, openNotify } from '../../tests/setup/notify.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, cast } from '../demo/index.ts'
import { days, later } from '../kit/clock.ts'
import { notify as askNotify, textJobs } from '../texts/index.ts'
import { noticeJobs } from './give-notice.ts'
import type { AboutLetter } from './letters.ts'
import { letterTakes } from './rules.ts'

/** The next time that clocks in London show about this hour of a Friday in winter, at least a day ahead. */
function nextFriday(hour: number): Date {
  const at = later(new Date(), days(1))
  at.setUTCDate(at.getUTCDate() + ((5 - at.getUTCDay() + 7) % 7))
  at.setUTCHours(hour, 0, 0, 0)
  return at
}

let notify: NotifyServer
let house: TestHouse
let now: Date | undefined
let amira: Person
let grace: Person
let group: string
beforeAll(async () => {
  notify = await openNotify()
  house = await openHouse({
    clock: () => now ?? new Date(),
    env: {
      LANYARD_MAIL_DOMAIN: 'messages.riverside.example',
      LANYARD_NOTIFY_KEY: notify.key,
      LANYARD_NOTIFY_TEMPLATE: notify.template,
      LANYARD_NOTIFY_URL: notify.url,
    },
  })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
  group = await amira.go('/notices/groups/new', { name: 'Trip', who: `child:${cast.jamie.id}` })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
  await notify.close()
})

const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const words = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const idOf = (at: string) => at.split('/').at(-1) ?? ''
const sent = (subject: string, about: Readonly<Record<string, string>> = {}, who = amira) =>
  who.go(`${group}/write`, {
    ...{ reaches: 'parents', subject, body: 'Bring a packed lunch.', key: randomUUID() },
    ...about,
  })
const copies = (at: string) =>
  rows(
    `select person_id, given_at is not null as given, why_not, claimed_at is not null as claimed,
       handed_at is not null as handed from notice_copy where notice_id = $1 order by person_id`,
    [idOf(at)],
  )
const handed = (at: string) =>
  expect.poll(async () => (await copies(at)).every(one => one.handed), { timeout: 20_000 }).toBe(true)
const way = (person: string, chosen: string) => grace.go(`/people/${person}/way`, { way: chosen })
const letters = () => ({ mail: house.house.mail, url: house.url, text: undefined })
const about = (at: string, person: string): AboutLetter => ({
  agencyId: agencies.riverside.id,
  noticeId: idOf(at) as never,
  personId: person as never,
})

test('each family is told in its own way: a link by email, the words by email, the words by text', async () => {
  const web = await sent('By a link')
  await handed(web)
  const link = await house.mailbox.next(cast.sam.email ?? '', /We have written to you/)
  expect(link.text).not.toContain('packed lunch')
  await way(cast.sam.id, 'email')
  const email = await sent('By email')
  await handed(email)
  const mail = await house.mailbox.next(cast.sam.email ?? '', /packed lunch/)
  expect(mail.text).toContain('By email')
  expect(mail.text).toContain('/f/')
  await way(cast.sam.id, 'text')
  const text = await sent('By text')
  await handed(text)
  const [one, another] = notify.texts.filter(({ body }) => body.includes('By text'))
  expect(one?.body).toContain('Bring a packed lunch.')
  expect(one?.body).toContain('/f/')
  expect(another).toBeUndefined()
  await way(cast.sam.id, 'web')
})

test('after STOP no notice is texted: it goes by email, or is on their page and its writer reads that they were not told', async () => {
  const here = ['web', 'email', 'text'] as const
  const { key, template, url } = notify
  const jobs = textJobs(house.house.ground, askNotify({ key, template, url }), here)
  const comes = async (content: string) => {
    notify.received.unshift({
      ...{ id: randomUUID(), user_number: '447700900123', notify_number: '07700900999' },
      ...{ service_id: randomUUID(), content, created_at: new Date().toISOString() },
    })
    await jobs['look-for-texts']()
  }
  await way(cast.sam.id, 'text')
  await comes('STOP')
  // Somebody sets it back.
  await way(cast.sam.id, 'text').catch(() => undefined)
  const texted = notify.texts.length
  const at = await sent('After stop')
  await handed(at)
  expect(notify.texts).toHaveLength(texted)
  await rows('update notice_copy set claimed_at = null, handed_at = null where notice_id = $1', [idOf(at)])
  now = later(new Date(), letterTakes + 60_000)
  expect(await words(amira, at)).toContain('Sent no letter or text about it 1: they asked for no more texts')
  now = undefined
  await comes('START')
  await way(cast.sam.id, 'web')
})

test('run again at any moment, by several at once, the same letter leaves once', async () => {
  const at = await sent('Once')
  const job = noticeJobs(house.house.ground, letters())
  await handed(at)
  const count = () => house.mailbox.all.filter(({ to }) => to === cast.sam.email).length
  const before = count()
  await Promise.all([1, 2, 3].map(() => job['notice-letter'](about(at, cast.sam.id))))
  await Promise.all([1, 2].map(() => job['give-notice']({ ...about(at, cast.sam.id) })))
  expect(count()).toBe(before)
})

test('a letter whose answer was lost is not sent again by itself: the notice says so, and its writer has them told once more', async () => {
  const at = await sent('Lost')
  await handed(at)
  // What a process that was killed between the claim and the answer leaves behind.
  await rows('update notice_copy set handed_at = null where notice_id = $1', [idOf(at)])
  const job = noticeJobs(house.house.ground, letters())
  const count = () => house.mailbox.all.filter(({ to }) => to === cast.sam.email).length
  const before = count()
  await job['notice-letter'](about(at, cast.sam.id))
  expect(count()).toBe(before)
  expect(await words(amira, at)).not.toContain('It is not sure')
  now = later(new Date(), letterTakes + 60_000)
  expect(await words(amira, at)).toContain(
    'It is not sure that the letter or text about it reached 1 of them',
  )
  const carys = await signedIn(house, 'carys')
  expect((await carys.post(at, {})).status).toBe(409)
  await amira.go(at, {})
  await handed(at)
  expect(count()).toBe(before + 1)
  expect((await amira.post(at, {})).status).toBe(409)
  now = undefined
})

test('nobody takes the letter: it is claimed no more, and goes when it can', async () => {
  house.mailbox.failing = true
  const at = await sent('Not yet')
  await expect.poll(async () => (await copies(at))[0]?.given, { timeout: 20_000 }).toBe(true)
  await expect.poll(() => house.faults.length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect((await copies(at))[0]).toMatchObject({ claimed: false, handed: false })
  house.mailbox.failing = false
  house.faults.length = 0
  await noticeJobs(house.house.ground, letters())['notice-letter'](about(at, cast.sam.id))
  await handed(at)
})

test('a child over whose way nobody agrees any more is given nothing; the database gives them nothing either', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const says = (yes: readonly string[]) =>
    grace.go(`/agreements/${cast.jamie.id}/enter`, {
      ...{ sent: '1', by: cast.sam.id, how: 'said', on: today },
      ...{ last: new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10) },
      ...Object.fromEntries(yes.map(channel => [channel, 'yes'])),
    })
  // Written while it was agreed to, outside the hours; taken back before they begin.
  await grace.go('/organisation/hours', {
    ...{ when: 'hours', monday: '9am to 5pm', tuesday: '9am to 5pm', wednesday: '9am to 5pm' },
    ...{ thursday: '9am to 5pm', friday: '9am to 5pm', saturday: '', sunday: '', closed: '' },
  })
  now = nextFriday(20)
  await rows(`update auth.session set "expiresAt" = now() + interval '60 days'`)
  expect(await words(amira, `${group}/write`)).toMatch(
    /What you send now goes to everybody on Monday .+ at 9am/,
  )
  const at = await sent('After hours', { reaches: 'both' })
  await noticeJobs(house.house.ground, letters())['give-notice']({ ...about(at, cast.sam.id) })
  expect((await copies(at)).map(({ given }) => given)).toEqual([false, false])
  expect(await words(amira, at)).toMatch(
    /It waits for the hours in which we write to families. It goes to the rest on Monday/,
  )
  expect((await (await signedIn(house, 'amira')).get(at)).status).toBe(200)
  await says(['email', 'text', 'call'])
  now = later(nextFriday(10), days(3))
  await noticeJobs(house.house.ground, letters())['give-notice']({ ...about(at, cast.sam.id) })
  await expect
    .poll(async () => (await copies(at)).filter(one => one.given).map(one => one.person_id), {
      timeout: 20_000,
    })
    .toEqual([cast.sam.id])
  expect((await copies(at)).find(one => one.person_id === cast.jamie.id)).toMatchObject({
    given: false,
    why_not: 'not-agreed',
  })
  expect(await words(amira, at)).toContain(
    'Not given 1: nobody agrees to contact in the way they are reached',
  )
  await expect(
    rows('update notice_copy set why_not = null, given_at = now() where notice_id = $1 and person_id = $2', [
      idOf(at),
      cast.jamie.id,
    ]),
  ).rejects.toThrow(/nobody has agreed/)
  now = undefined
})

test('whoever answers for safeguarding writes at any hour', async () => {
  const ellen = await signedIn(house, 'ellen')
  now = nextFriday(20)
  await rows(`update auth.session set "expiresAt" = now() + interval '60 days'`)
  await grace.go(`/people/${cast.ellen.id}/work`, { child: cast.jamie.id, purpose: 'Safety' })
  const theirs = await ellen.go('/notices/groups/new', { name: 'Safety', who: `child:${cast.jamie.id}` })
  const key = randomUUID()
  const at = await ellen.go(`${theirs}/write`, {
    reaches: 'parents',
    subject: 'Stay in',
    body: 'Police are near.',
    key,
  })
  await handed(at)
  now = undefined
})
