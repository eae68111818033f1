import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { publish } from '../../../tests/setup/publish.ts'
import { acceptableUse, agencies, cast } from '../../demo/index.ts'
import { dayAt, monthsAfter, whenInWords } from '../../guidance/index.ts'
import { days, later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { system, write } from '../../records/index.ts'
import { oweReviews } from '../index.ts'
import { registerStanding, whatNext } from '../rules.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const today = dayAt(new Date())
const inMonths = (count: number) => monthsAfter(today, count)
const pageOf = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const dutiesOf = (who: Person) => pageOf(who, '/duties')
const reviewDuty = 'Review the policy you own'

test('a policy is missing until it is published, due from a month before its review and overdue from the day after', () => {
  const publishedAt = new Date('2026-03-01T12:00:00Z')
  const standing = (reviewOn: '2026-10-10' | null, now: string) =>
    registerStanding({ publishedAt, reviewOn }, new Date(now))
  expect(registerStanding({ publishedAt: null, reviewOn: '2020-01-01' }, publishedAt)).toBe('missing')
  expect(standing('2026-10-10', '2026-09-09T12:00:00Z')).toBe('in force')
  expect(standing('2026-10-10', '2026-09-10T12:00:00Z')).toBe('due')
  expect(standing('2026-10-10', '2026-10-10T12:00:00Z')).toBe('due')
  expect(standing('2026-10-10', '2026-10-11T12:00:00Z')).toBe('overdue')
  // Nobody set a day: a year after it was published.
  expect(standing(null, '2027-01-31T12:00:00Z')).toBe('in force')
  expect(standing(null, '2027-02-01T12:00:00Z')).toBe('due')
  expect(standing(null, '2027-03-02T12:00:00Z')).toBe('overdue')
})

test('whatever the standing, the register says one thing to do next', () => {
  const next = (onShelf: boolean, owned: boolean, standing: Parameters<typeof whatNext>[0]['standing']) =>
    whatNext({ onShelf, owned, standing })
  expect(next(false, false, 'missing')).toBe('add')
  expect(next(true, true, 'missing')).toBe('publish')
  expect(next(true, false, 'overdue')).toBe('name-owner')
  expect(next(true, true, 'overdue')).toBe('review')
  expect(next(true, true, 'due')).toBe('review')
  expect(next(true, true, 'in force')).toBe('nothing')
})

test('an administrator adds a missing policy with its owner and review day, and publishes it', async () => {
  const grace = await signedIn(house, 'grace')
  const before = await pageOf(grace, '/policies/register')
  expect(before).toContain('6 policies: 5 missing, 1 in force')
  expect(before).toContain('Data protection policy Missing Nobody yet Nothing yet Add it')
  expect(before).toContain('Name its owner and a review date')

  const form = await (await grace.get('/policies/new?kind=data-protection')).text()
  expect(form).toContain('value="Data protection policy"')
  const given = { kind: 'data-protection', title: 'Data protection policy', owner: cast.ben.id }
  const to = await grace.go('/policies/new', { ...given, review: inMonths(6) })
  expect(to).toMatch(/^\/policies\/[0-9a-f-]{36}\/draft$/)
  expect(await pageOf(grace, '/policies/register')).toContain(
    'Data protection policy Missing Ben Okafor Nothing yet Write its first version, or go on with it',
  )
  const added = to.replace(/\/draft$/, '')
  await publish(house, added, { text: 'We keep little, and keep it safe.' })
  expect(await pageOf(grace, '/policies/register')).toContain(
    `Data protection policy In force Ben Okafor Version 1, from ${whenInWords(today)} ${whenInWords(inMonths(6))}`,
  )

  const twice = await grace.post('/policies/new', { ...given, review: inMonths(6) })
  expect([twice.status, wordsOf(await twice.text())]).toEqual([
    409,
    expect.stringContaining('There is a policy of that kind already'),
  ])
})

test('a form with nothing in it, a day that is none or too far off, and an owner who is nobody here are told apart', async () => {
  const grace = await signedIn(house, 'grace')
  const empty = await grace.post('/policies/new', {})
  expect(empty.status).toBe(422)
  const words = wordsOf(await empty.text())
  for (const sentence of ['Choose which policy it is', 'Enter its title', 'Choose who owns the policy'])
    expect(words).toContain(sentence)
  const answer = async (owner: string, review: string) => {
    const sent = await grace.post(`${at}/owner`, { owner, review })
    return [sent.status, wordsOf(await sent.text())]
  }
  expect(await answer(cast.ben.id, '2026-02-31')).toEqual([
    422,
    expect.stringContaining('The review date must be a real date'),
  ])
  expect(await answer(cast.ben.id, '9999-01-01')).toEqual([
    409,
    expect.stringContaining('more than five years off'),
  ])
  for (const nobody of [cast.jamie.id, cast.helen.id])
    expect(await answer(nobody, inMonths(2))).toEqual([
      409,
      expect.stringContaining('does not work here now'),
    ])
})

test('the duty to review opens for the owner when the day is near, and goes with the policy to another owner', async () => {
  const [grace, ben, amira] = [
    await signedIn(house, 'grace'),
    await signedIn(house, 'ben'),
    await signedIn(house, 'amira'),
  ]
  await grace.go(`${at}/owner`, { owner: cast.ben.id, review: inMonths(3) })
  expect(await dutiesOf(ben)).not.toContain(reviewDuty)
  const { ground } = house.house
  const look = (ahead: number) =>
    write(
      { ...ground, clock: () => later(new Date(), days(ahead)) },
      system(agencies.riverside.id),
      oweReviews,
    )
  expect(await look(0)).toBe(0)
  expect(await look(75)).toBe(1)
  expect(await look(75)).toBe(0)
  expect(await dutiesOf(ben)).toContain(reviewDuty)

  await grace.go(`${at}/owner`, { owner: cast.amira.id, review: today })
  expect(await dutiesOf(ben)).not.toContain(reviewDuty)
  expect(await dutiesOf(amira)).toContain(reviewDuty)
  expect((await ben.get(`${at}/review`)).status).toBe(404)
})

test('the owner records that nothing needs to change, and the duty closes until the next day', async () => {
  const [grace, amira] = [await signedIn(house, 'grace'), await signedIn(house, 'amira')]
  await grace.go(`${at}/owner`, { owner: cast.amira.id, review: monthsAfter(today, -1) })
  expect(await pageOf(grace, '/policies/register')).toContain('Acceptable use policy Review overdue Amira')
  expect(await dutiesOf(amira)).toContain(reviewDuty)
  const board = await pageOf(await signedIn(house, 'helen'), `/board/${agencies.riverside.id}`)
  expect(board).toMatch(/Acceptable use policy Version 1, from [\w ]+ \d+ \d+ Review overdue/)
  expect(board).not.toContain('Amira')
  const version = hiddenOn(await (await amira.get(`${at}/review`)).text(), 'version')
  const remark = 'Read with the team. Nothing has changed since.'
  const late = await amira.post(`${at}/review`, { version, remark, review: today })
  expect([late.status, wordsOf(await late.text())]).toEqual([
    409,
    expect.stringContaining('The next review must be after today'),
  ])
  expect((await amira.post(`${at}/review`, { version, review: inMonths(12) })).status).toBe(422)
  expect(await amira.go(`${at}/review`, { version, remark, review: inMonths(12) })).toBe(at)
  expect(await dutiesOf(amira)).not.toContain(reviewDuty)
  expect(await pageOf(amira, at)).toContain(`Review by ${whenInWords(inMonths(12))} In force`)
})

test('a new version is the review of a policy that was due, and closes the duty', async () => {
  const [grace, amira] = [await signedIn(house, 'grace'), await signedIn(house, 'amira')]
  await grace.go(`${at}/owner`, { owner: cast.amira.id, review: today })
  expect(await dutiesOf(amira)).toContain(reviewDuty)
  const read = hiddenOn(await (await amira.get(`${at}/review`)).text(), 'version')
  await publish(house, at, { text: '# Devices\n\nKeep to our own phones.', note: 'Shorter' })
  expect(await dutiesOf(amira)).not.toContain(reviewDuty)
  expect(await pageOf(amira, at)).toContain(`Review by ${whenInWords(inMonths(12))} In force`)
  const stale = await amira.post(`${at}/review`, { version: read, remark: 'Read', review: inMonths(12) })
  expect([stale.status, wordsOf(await stale.text())]).toEqual([
    409,
    expect.stringContaining('A newer version was published while you were reading'),
  ])
})

test('an owner who leaves hands the policy on, with its review, and nobody can leave with one', async () => {
  const [grace, farid] = [await signedIn(house, 'grace'), await signedIn(house, 'farid')]
  await grace.go(`${at}/owner`, { owner: cast.farid.id, review: today })
  expect(await dutiesOf(farid)).toContain(reviewDuty)
  const leaving = `/people/${cast.farid.id}/leaving`
  expect(await pageOf(grace, leaving)).toContain('Who takes over 1 policy they own')
  const all = { 'to-children': cast.ben.id, 'to-people': cast.dev.id, 'to-conversations': cast.ben.id }
  expect((await grace.post(leaving, all)).status).toBe(409)
  await grace.go(leaving, { ...all, 'to-policies': cast.ben.id })
  const ben = await signedIn(house, 'ben')
  expect(await dutiesOf(ben)).toContain(reviewDuty)
  expect(await pageOf(grace, at)).toContain('Owner Ben Okafor')
})

test('the database itself lets nobody leave with a policy, nor gives one to somebody who has left', async () => {
  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  try {
    const [own, leave] = [
      `insert into policy_owner select agency_id, $2, policy_id, $1, review_on, reason, remark, now(), entry_id
       from policy_owner where policy_id = $3 limit 1`,
      'update person set left_at = now() where id = $1',
    ]
    const alone = 'a5000000-0000-7000-8000-000000000001'
    await owner.query(
      `insert into person select (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'email', null, 'login_id', null,
       'manager_id', null))).* from person p where id = $1`,
      [cast.ben.id, alone],
    )
    await owner.query('begin')
    await owner.query(own, [alone, newId(), acceptableUse.riverside])
    await owner.query(leave, [alone])
    await expect(owner.query('commit')).rejects.toThrow('they still have a policy')
    await owner.query('begin')
    await owner.query(leave, [alone])
    await expect(owner.query(own, [alone, newId(), acceptableUse.riverside])).rejects.toThrow('who has left')
    await owner.query('rollback')
    await owner.query('delete from person where id = $1', [alone])
  } finally {
    await owner.end()
  }
})

test('whoever does not publish sees no register and sets no owner', async () => {
  const [amira, helen] = [await signedIn(house, 'amira'), await signedIn(house, 'helen')]
  for (const path of ['/policies/register', '/policies/new', `${at}/owner`])
    expect([path, (await amira.get(path)).status]).toEqual([path, 404])
  for (const path of [`${at}/owner`, `${at}/review`])
    expect([path, (await helen.get(path)).status]).toEqual([path, 404])
})
