import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { publish } from '../../tests/setup/publish.ts'
import { acceptableUse, cast } from '../demo/index.ts'
import { dutyRules, nextStep, toTell } from '../duties/index.ts'
import { days, later } from '../kit/clock.ts'

let house: TestHouse
let ahead = 0
beforeAll(async () => {
  house = await openHouse({ clock: () => later(new Date(), ahead) })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

/** Runs a job now that the queue otherwise runs every ten minutes, and waits until the queue is empty. */
async function run(task: string): Promise<void> {
  const { pool } = house.house.ground
  await pool.query('select enqueue($1, $2::json, null, null)', [task, '{}'])
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await house.database.asOwner(
      'select count(*)::int as waiting from graphile_worker.jobs where attempts < max_attempts',
    )
    if (rows[0]?.waiting === 0) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('the queue did not empty')
}
const lettersTo = (email: string) =>
  house.mailbox.all.filter(({ to, subject }) => to === email && /duties/.test(subject))

const [carys, dev] = [cast.carys, cast.dev]
const pat = { name: 'Pat Newcomer', email: 'pat.newcomer@riverside-youth.example' }
const emailOf = (person: { email?: string }) => person.email ?? ''

test('whoever joined after the policy was published owes their signature, once', async () => {
  // The demo's own newcomer has been overdue for long: those steps are behind us before the story begins.
  await run('follow-up-duties')
  const grace = await signedIn(house, 'grace')
  await grace.go('/people/invite', { ...pat, role: 'worker', manager: carys.id })
  await run('owe-signatures')
  await run('owe-signatures')
  const { rows } = await house.database.asOwner(
    `select count(*)::int as owed from duty d join person p on p.agency_id = d.agency_id and p.id = d.person_id
      where p.email = $1 and d.kind = 'sign-policy' and d.closed_at is null`,
    [pat.email],
  )
  expect(rows[0]?.owed).toBe(1)
})

test('a person is reminded before and when it is due; then their manager is told, then the senior manager', async () => {
  const lettersNow = () => [pat, carys, dev].map(person => lettersTo(emailOf(person)).length)
  const before = lettersNow()
  const counts = () => lettersNow().map((count, at) => count - (before[at] ?? 0))
  await run('follow-up-duties')
  expect(counts()).toEqual([0, 0, 0])
  ahead = days(5.5)
  await run('follow-up-duties')
  await run('follow-up-duties')
  expect(counts()).toEqual([1, 0, 0])
  expect(lettersTo(pat.email)[0]?.text).toContain('Read and sign the policy')
  ahead = days(7.5)
  await run('follow-up-duties')
  expect(counts()).toEqual([2, 0, 0])
  ahead = days(10.5)
  await run('follow-up-duties')
  expect(counts()).toEqual([2, 1, 0])
  ahead = days(17.5)
  await run('follow-up-duties')
  expect(counts()).toEqual([2, 1, 1])
})

test('the manager sees what is overdue among those who answer to them; a worker sees nothing of it', async () => {
  ahead = 0
  const [manager, worker] = [await signedIn(house, 'carys'), await signedIn(house, 'amira')]
  const seen = async (person: typeof manager) => wordsOf(await (await person.get('/duties')).text())
  expect(await seen(manager)).not.toContain(pat.name)
  ahead = days(10.5)
  await house.database.asOwner('update auth.session set "expiresAt" = now() + interval \'30 days\'')
  expect(await seen(manager)).toContain(`${pat.name} Read and sign the policy`)
  expect(await seen(worker)).not.toContain(pat.name)
})

test('every follow-up of a duty is on the record', async () => {
  const { rows } = await house.database.asOwner(
    `select content from entry where event = 'duties.followed-up' order by at`,
  )
  expect(rows).toHaveLength(5)
  expect(JSON.parse(String(rows[3]?.content)).told).toMatchObject([{ person: carys.id, as: 'manager' }])
})

test('a second adult is told by mail within minutes, not only on their page', async () => {
  ahead = 0
  const amira = await signedIn(house, 'amira')
  const before = lettersTo(emailOf(carys)).length
  await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  ahead = 11 * 60_000
  await run('follow-up-duties')
  const letters = lettersTo(emailOf(carys)).slice(before)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).toContain('You are the second adult in a conversation')
  await run('follow-up-duties')
  expect(lettersTo(emailOf(carys))).toHaveLength(before + 1)
})

test('of several duties of one kind a letter has one line, with their number', async () => {
  const amira = await signedIn(house, 'amira')
  await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Friday' })
  ahead += 11 * 60_000
  await run('follow-up-duties')
  const [letter] = lettersTo(emailOf(carys)).slice(-1)
  expect(letter?.text).toMatch(
    /- You are the second adult in a conversation. Read it \(2 of these, the first due \d+ \w+ \d{4}\)/,
  )
  expect(letter?.text.match(/second adult/g)).toHaveLength(1)
})

test('signing ends the following up', async () => {
  ahead = 0
  const at = `/policies/${acceptableUse.riverside}`
  await publish(house, at, { text: '# New\n\nKeep children safe.', note: 'All', again: true })
  // Who has signed owes their induction next, and is reminded of that.
  const toSign = (person: { email?: string }) =>
    lettersTo(emailOf(person)).filter(({ text }) => text.includes('Read and sign the policy')).length
  const before = toSign(cast.ben)
  const ben = await signedIn(house, 'ben')
  const page = await (await ben.get(`${at}/sign`)).text()
  await ben.go(`${at}/sign`, { version: hiddenOn(page, 'version'), agree: 'yes' })
  ahead = days(40)
  await run('follow-up-duties')
  expect(toSign(cast.ben)).toBe(before)
  expect(toSign(cast.amira)).toBeGreaterThan(0)
})

test.each(Object.entries(dutyRules))('the steps of %s are in order, and none is told twice', (kind, rule) => {
  const due = new Date('2026-01-10T09:00:00Z')
  const at = rule.steps.map(step => later(due, step.after))
  expect(at).toEqual([...at].sort((a, b) => a.getTime() - b.getTime()))
  let from: Date | null = nextStep(kind as keyof typeof dutyRules, due, later(due, -days(60)))
  let told = 0
  while (from) {
    told += toTell(kind as keyof typeof dutyRules, due, from, from).size
    from = nextStep(kind as keyof typeof dutyRules, due, from)
  }
  expect(told).toBe(rule.steps.length)
})
