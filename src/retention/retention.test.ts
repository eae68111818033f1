import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { type KeptThings, makeKeptThings, marker, tablesThatSay } from '../../tests/setup/kept-things.ts'
import { type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, type CastName, cast } from '../demo/index.ts'
import { dayAt } from '../guidance/index.ts'
import { allKept } from '../kept.ts'
import { days, later } from '../kit/clock.ts'
import { read, system, write } from '../records/index.ts'
import { shortened } from './figures.ts'
import { retentionJobs } from './jobs.ts'
import { oweHolds } from './owe-holds.ts'
import { keptKindAt, keptKindList, keptKinds } from './rules.ts'

let house: TestHouse
let things: KeptThings
let people: Readonly<Record<'amira' | 'carys' | 'dev' | 'ellen' | 'farid' | 'grace', Person>>
beforeAll(async () => {
  house = await openHouse()
  const who = ['amira', 'carys', 'dev', 'ellen', 'farid', 'grace'] as const
  const all = await Promise.all(who.map(async name => [name, await signedIn(house, name)] as const))
  people = Object.fromEntries(all) as typeof people
  things = await makeKeptThings(house)
}, 120_000)
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const words = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const inDaysFromNow = (count: number) => later(new Date(), days(count))
const dayIn = (count: number) => dayAt(inDaysFromNow(count))
/** The night, so many days from now. */
const nightIn = (count: number) => {
  const ground = { ...house.house.ground, clock: () => inDaysFromNow(count) }
  return retentionJobs(ground, allKept)['erase-what-is-due']()
}
const bodyOf = async (id: string | undefined) =>
  (await rows('select body from message where id = $1', [id]))[0]?.body

test('everybody on the staff reads how long things are kept; families read it of what they write', async () => {
  const page = await words(people.amira, '/keeping')
  for (const kind of keptKindList) expect(page).toContain(keptKinds[kind].title)
  expect(page).not.toContain('will be erased')
  expect(await words(people.grace, '/keeping')).toContain('nothing is due to be erased')
})

test('before anything is erased, every kind says the word that is looked for afterwards', async () => {
  const tables = [
    'approach',
    'approach_answer',
    'arrival',
    'arrival_words',
    'conversation',
    'detail_opening',
    'entry',
  ]
  tables.push('export_file')
  tables.push('kept_words', 'message', 'message_look', 'notice', 'number_opening', 'personal_link')
  tables.push('personal_link_decision', 'phone_call', 'phone_call_answer', 'review')
  tables.push('waiting_message', 'waiting_step')
  tables.push('words_opening', 'worry', 'worry_answer')
  expect(await tablesThatSay(house, marker)).toEqual(tables.map(name => `public.${name}`))
})

test('a designated person has a call erased by hand: its words go, who called whom stays, and the record says who erased it', async () => {
  const at = `/erase/call/${things.call}`
  expect(await (await people.ellen.get(`/calls/${things.call}`)).text()).toContain(at)
  const hasty = await people.ellen.post(at, { reason: '' })
  expect([hasty.status, wordsOf(await hasty.text())]).toEqual([
    422,
    expect.stringContaining('Say why it must go'),
  ])
  const why = { reason: 'Article 17: written about another family', checked: 'yes' }
  expect(await people.ellen.go(at, why)).toBe(`/calls/${things.call}`)
  expect(await rows('select about, agreed, own_reason, logged_by from phone_call')).toEqual([
    { about: '(erased)', agreed: null, own_reason: '(erased)', logged_by: cast.amira.id },
  ])
  expect(await rows('select says from phone_call_answer')).toEqual([{ says: null }])
  const said = await rows(
    `select e.person_id, e.content::json ->> 'reason' as reason from entry e join phone_call c on c.entry_id = e.about_id
     where e.event = 'record.erased'`,
  )
  expect(said).toEqual([{ person_id: cast.ellen.id, reason: why.reason }])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
})

test('what a review said of a concern is erased by hand where it is read: what was found, by whom and of whom stays', async () => {
  const [{ id }] = (await rows(`select id from review where finding = 'concern'`)) as [{ id: string }]
  const at = `/conversations/reviews/${id}`
  expect(await (await people.ellen.get(at)).text()).toContain(`/erase/review-concern/${id}`)
  // Carys wrote it: she reads it, and has nothing erased.
  expect(await (await people.carys.get(at)).text()).not.toContain('/erase/')
  expect((await people.ellen.get(`/erase/review/${id}`)).status).toBe(404)
  await people.ellen.go(`/erase/review-concern/${id}`, { reason: 'Article 17', checked: 'yes' })
  expect(await words(people.ellen, at)).toContain('These words have been erased.')
  expect(await rows('select words, finding, worker_id, reviewer_id from review where id = $1', [id])).toEqual(
    [{ words: '(erased)', finding: 'concern', worker_id: cast.ben.id, reviewer_id: cast.carys.id }],
  )
  expect(
    (await rows(`select 1 from entry where about_id = $1 and content like '%Speak of%'`, [id])).length,
  ).toBe(0)
})

test.each<[CastName]>([['amira'], ['carys'], ['dev'], ['grace'], ['farid']])(
  '%s has nothing erased by hand',
  async name => {
    const who = await signedIn(house, name)
    expect((await who.get(`/erase/notice/${things.notice}`)).status).toBe(404)
  },
)

test('nobody erases what is about themselves, what waits for a decision, or a kind that there is none of', async () => {
  const status = async (path: string) => (await people.ellen.get(path)).status
  // Ellen answered the worry, and is not in it: she may. What does not exist looks as what is forbidden.
  expect(await status(`/erase/worry/${things.worry}`)).toBe(200)
  expect(await status(`/erase/worry/${things.notice}`)).toBe(404)
  expect(await status(`/erase/everything/${things.notice}`)).toBe(404)
})

test('a hold keeps a child’s things from hands and from nights, says whom to ask, and is not told to whoever it is on', async () => {
  const why = { reason: 'The police have asked for it.', review: dayIn(30) }
  const past = await people.dev.post(`/holds/people/${cast.jamie.id}`, { ...why, review: dayIn(0) })
  expect([past.status, wordsOf(await past.text())]).toEqual([
    409,
    expect.stringContaining('enter a day after today'),
  ])
  const hold = await people.dev.go(`/holds/people/${cast.jamie.id}`, why)
  for (const [kind, id] of [
    ['approach', things.approach],
    ['worry', things.worry],
  ] as const) {
    const answer = await people.ellen.post(`/erase/${kind}/${id}`, { reason: 'Article 17', checked: 'yes' })
    expect([kind, answer.status, wordsOf(await answer.text())]).toEqual([
      kind,
      409,
      expect.stringContaining('Ask Dev Mehta, who put a hold on it'),
    ])
  }
  const message = `/conversations/${things.conversation}/messages/${things.message}/erase`
  expect((await people.ellen.post(message, { reason: 'Article 17', checked: 'yes' })).status).toBe(409)

  await nightIn(40 * 365)
  expect(await bodyOf(things.message)).toContain(marker)
  // Sam is Jamie's parent: what is about Sam is kept too. What is about Rosa's family is not.
  expect(await rows('select reason from number_opening')).toEqual([
    { reason: expect.stringContaining(marker) },
  ])
  expect(await rows('select body from kept_words')).toEqual([{ body: null }])
  expect((await people.amira.get(hold)).status).toBe(404)
  expect(await words(people.ellen, '/holds')).toContain('Jamie Taylor')
})

test('a hold on a designated person is seen by others and not by them, and names nobody to them', async () => {
  const hold = await people.dev.go(`/holds/people/${cast.ellen.id}`, {
    ...{ reason: 'An allegation is looked into.', review: dayIn(30) },
  })
  expect((await people.ellen.get(hold)).status).toBe(404)
  expect(await words(people.ellen, '/holds')).not.toContain('An allegation')
  expect((await people.ellen.get(`/holds/people/${cast.ellen.id}`)).status).toBe(404)
  await people.dev.go(`${hold}/lift`, { reason: 'It came to nothing.' })
  expect(await words(people.dev, hold)).toContain('It came to nothing.')
})

test('a hold is looked at again: it is owed before its day, and whoever says that it stays owes it no more', async () => {
  const [{ id }] = (await rows(`select id from erasing_hold where person_id = $1`, [cast.jamie.id])) as [
    { id: string },
  ]
  const owe = (count: number) =>
    write(
      { ...house.house.ground, clock: () => inDaysFromNow(count) },
      system(agencies.riverside.id),
      oweHolds,
    )
  expect(await owe(1)).toBe(0)
  expect(await owe(20)).toBe(1)
  expect(await owe(21)).toBe(0)
  expect(await words(people.dev, '/duties')).toContain('Look whether a hold on erasing must stay')
  await people.dev.go(`/holds/${id}`, { reason: 'The trial is in spring.', review: dayIn(200) })
  expect(await words(people.dev, '/duties')).not.toContain('Look whether a hold on erasing must stay')
})

test('an administrator sees first what another time would erase; what is shorter is before the board; the database holds the limits', async () => {
  const outside = await words(people.grace, '/keeping/message?months=3')
  expect(outside).toContain('Enter a whole number of months from 12 to 300')
  const page = await words(people.grace, '/keeping/notice?months=12')
  expect(page).toContain('no notices would be erased')
  expect(page).toContain('Your safeguarding board sees it')
  expect((await people.grace.post('/keeping/notice?months=12', { says: 'A season.' })).status).toBe(422)
  const decided = { says: 'A season is enough.', me: 'yes' }
  await people.grace.go('/keeping/notice?months=12', decided)
  expect(await words(people.amira, '/keeping')).toContain('A season is enough. Grace Lin')
  const board = await read(house.house.ground, system(agencies.riverside.id), shortened)
  expect(board).toMatchObject([{ what: 'Notices to groups', kept: '1 year, and not 2 years' }])
  expect((await people.grace.post('/keeping/notice?months=1', decided)).status).toBe(409)
  expect((await people.amira.get('/keeping/notice')).status).toBe(404)
  for (const kind of keptKindList)
    for (const months of [keptKinds[kind].least - 1, keptKinds[kind].most + 1])
      await expect(
        rows(
          `insert into retention_rule (agency_id, id, kind, months, says, set_by, set_at, entry_id)
           values ($1, gen_random_uuid(), $2, $3, 'x', $4, now(), gen_random_uuid())`,
          [agencies.riverside.id, kind, months, cast.grace.id],
        ),
      ).rejects.toThrow(/retention_rule_within|nobody for another/)
})

test('once a hold is lifted, the nights erase every kind when its time is over, and no column of any table says it still', async () => {
  const [{ id }] = (await rows(`select id from erasing_hold where person_id = $1`, [cast.jamie.id])) as [
    { id: string },
  ]
  await people.dev.go(`/holds/${id}/lift`, { reason: 'The trial is over.' })
  // Three years after contact has ended; a worry about a child waits until they are 25.
  await nightIn(2 * 365)
  expect(await bodyOf(things.message)).toContain(marker)
  await nightIn(4 * 365)
  expect(await bodyOf(things.message)).toBeNull()
  expect((await rows('select words from worry'))[0]?.words).toContain(marker)
  await nightIn(40 * 365)
  // Once more: nothing is left to do.
  const before = await rows('select count(*)::int as count from entry')
  await nightIn(40 * 365)
  expect(await rows('select count(*)::int as count from entry')).toEqual(before)

  expect(await tablesThatSay(house, marker)).toEqual([])

  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  const nights = await rows('select kind, sum(erased)::int as erased from erasure_batch group by kind')
  expect(new Set(nights.map(({ kind }) => kind))).toEqual(
    new Set(
      keptKindList.filter(kind => !['call', 'review-concern'].includes(kind) && !keptKindAt(kind).byTwo),
    ),
  )
})

test('what cannot be erased keeps nothing else, and the administrators hear of it until it can', async () => {
  const ben = await signedIn(house, 'ben')
  const group = await ben.go('/notices/groups/new', { name: 'Strings', who: `child:${cast.rosa.id}` })
  const sent: string[] = []
  for (const subject of ['One', 'Two', 'Three']) {
    const about = { reaches: 'parents', subject, body: 'The hall is closed.', key: crypto.randomUUID() }
    sent.push((await ben.go(`${group}/write`, about)).split('/').at(-1) ?? '')
  }
  await rows(`create function stuck() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$`)
  await rows(`create trigger stuck before update on notice for each row when (new.id = '${sent[1]}')
    execute function stuck()`)
  const standing = () => rows(`select id from notice where body <> '(erased)'`)
  await nightIn(20 * 365)
  expect(await standing()).toEqual([{ id: sent[1] }])
  expect(await words(people.grace, '/duties')).toContain('Something could not be erased in the night')
  const nights = await rows(`select erased, failed from erasure_batch where cardinality(failed) > 0`)
  expect(nights).toEqual([{ erased: 0, failed: [sent[1]] }])

  await rows('drop trigger stuck on notice')
  await nightIn(20 * 365)
  expect(await standing()).toEqual([])
  expect(await words(people.grace, '/duties')).not.toContain('Something could not be erased in the night')
})
