import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { makesKey, unlocks } from '../../tests/setup/keys.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { agencies, type CastName, cast } from '../demo/index.ts'
import { asTyped, days, hours, inFull, later } from '../kit/clock.ts'
import { withinWorkingDays } from '../kit/working-days/index.ts'
import { system, write } from '../records/index.ts'
import { lookAfter } from './casework/look-after.ts'
import { cover } from './handover/cover.ts'

let house: TestHouse
let ellen: Person
let farid: Person
let dev: Person
let amira: Person
let carys: Person
let ben: Person
let now = later(new Date(), hours(1))
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, farid, dev, amira, carys, ben] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'farid'),
    signedIn(house, 'dev'),
    signedIn(house, 'amira'),
    signedIn(house, 'carys'),
    signedIn(house, 'ben'),
  ])
  for (const who of [ellen, farid, dev]) await makesKey(who)
}, 120_000)
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const key = () => crypto.randomUUID()
const rows = async (sql: string, values: unknown[] = []) =>
  (await house.database.asOwner(sql, values as string[])).rows
const concernOf = async (id: string) =>
  (await rows('select about, heard_by, subjects, left_out, within_reach from concern where id = $1', [id]))[0]
const owes = (name: CastName, id: string) =>
  rows(
    `select kind, due_at from duty where person_id = $2 and closed_at is null and (about_id = $1
      or about_id in (select a.id from concern_action a where a.concern_id = $1)) order by kind`,
    [id, cast[name].id],
  )
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const tell = async (said: Record<string, string>) =>
  (await tellsOf(house, new Person(house), { words: 'Something is wrong.', ...said })).id
/** So much time goes by, and these unlock their key again. */
const passes = async (time: number, ...unlocked: readonly Person[]) => {
  now = later(now, time)
  await house.database.asOwner(`update auth.session set "expiresAt" = $1, "updatedAt" = $2`, [
    later(now, days(7)),
    now,
  ] as never)
  for (const who of unlocked) await unlocks(who)
}
const jobs = async () => {
  await write(house.house.ground, system(agencies.riverside.id), lookAfter)
  await write(house.house.ground, system(agencies.riverside.id), cover)
}
const findsNothing = async (who: Person, id: string) => {
  expect((await who.get(`/concerns/${id}`)).status).toBe(404)
  for (const path of ['/concerns', '/concerns/glass', '/duties'])
    expect(await (await who.get(path)).text(), path).not.toContain(id)
  expect((await who.post(`/concerns/glass/${id}`, { words: 'Nobody is there.', key: key() })).status).toBe(
    404,
  )
}

test.each([
  ['Mrs Fraser', 'worker', ['worker', 'designated-person']],
  ['ELLEN', 'unknown', ['unknown', 'designated-person']],
])(
  'a designated person who is told of as “%s”, by somebody who chose %s, reads nothing, nor does the deputy who answers to her',
  async (adult, about, known) => {
    const id = await tell({ adult, about, post: 'worker' })
    expect(await concernOf(id)).toEqual({
      about: known,
      heard_by: [cast.dev.id],
      subjects: [],
      left_out: [cast.ellen.id],
      within_reach: [cast.dev.id],
    })
    await passes(hours(9), dev)
    await jobs()
    for (const who of [ellen, farid]) await findsNothing(who, id)
    await dev.get(`/concerns/${id}`)
  },
)

test('a worker named by whoever does not know what they are starts the time for the LADO, and the head hears of it', async () => {
  await unlocks(ellen)
  const id = await tell({ adult: 'amira  HADDAD', about: 'unknown' })
  expect(await concernOf(id)).toMatchObject({ about: ['worker'], subjects: [cast.amira.id] })
  await ellen.get(`/concerns/${id}`)
  expect((await owes('ellen', id)).map(one => one.kind)).toContain('tell-lado')
  expect((await owes('dev', id)).map(one => one.kind)).toEqual([])
  expect((await dev.get(`/concerns/${id}`)).status).toBe(200)
})

test('named later, a designated person and the deputy who only might have come to read it find nothing of it, however late it gets', async () => {
  const id = await tell({ about: 'worker' })
  await dev.get(`/concerns/${id}`)
  await dev.go(`/concerns/${id}/subject`, { name: cast.ellen.name })
  await passes(hours(9), dev)
  await jobs()
  for (const who of [ellen, farid]) await findsNothing(who, id)
  expect(await page(dev, `/concerns/${id}/let-in`)).not.toContain('Farid')
  // Said once more, nothing is changed, and nothing breaks.
  await dev.go(`/concerns/${id}/subject`, { name: cast.ellen.name })
})

test('named later, a worker starts the time for the LADO from then; and naming nobody who reads it lets nobody in', async () => {
  const id = await tell({ about: 'child' })
  await ellen.get(`/concerns/${id}`)
  expect((await owes('ellen', id)).map(one => one.kind)).not.toContain('tell-lado')
  await passes(days(3), ellen)
  const named = now
  await ellen.go(`/concerns/${id}/open`, { reason: 'work', words: '', key: key() })
  await ellen.go(`/concerns/${id}/subject`, { name: cast.amira.name })
  const lado = (await owes('ellen', id)).find(one => one.kind === 'tell-lado')
  expect(lado && inFull(lado.due_at)).toBe(inFull(withinWorkingDays(named, 1)))
  expect(await page(ellen, `/concerns/${id}`)).toContain('Tell the LADO')
  expect(await rows('select 1 from concern_reader where concern_id = $1', [id])).toEqual([])
})

test('whoever was left out by a part of their name is let in on purpose alone: not by handing over, nor by being next', async () => {
  const id = await tell({ adult: 'Mr Mehta', about: 'worker' })
  expect((await concernOf(id)).left_out).toEqual([cast.dev.id])
  await ellen.get(`/concerns/${id}`)
  await ellen.go('/concerns/hand-over', { to: cast.dev.id })
  await passes(hours(9), ellen, dev)
  await jobs()
  await findsNothing(dev, id)
  await expect(
    house.database.asOwner(
      `insert into concern_reader (agency_id, id, concern_id, person_id, why, since, entry_id)
        select agency_id, gen_random_uuid(), id, $2, 'late', now(), entry_id from concern where id = $1`,
      [id, cast.dev.id],
    ),
  ).rejects.toMatchObject({ code: expect.stringMatching(/LY084|LY089/) })
  expect(await page(ellen, `/concerns/${id}/let-in`)).toContain('Left out at first')
  await ellen.go(`/concerns/${id}/let-in`, { person: cast.dev.id })
  expect((await dev.get(`/concerns/${id}`)).status).toBe(200)
})

test('nobody shuts every other reader out: whoever comes next is let in and told, and a second is not shut out where nobody would come', async () => {
  const id = await tell({ about: 'child' })
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/subject`, { name: cast.dev.name })
  expect((await owes('farid', id)).map(one => one.kind)).toEqual(['read-concern'])
  const no = await ellen.post(`/concerns/${id}/subject`, { name: cast.farid.name })
  expect(no.status).toBe(409)
  expect(wordsOf(await no.text())).toContain('nobody but you could read it then')
  expect((await farid.get(`/concerns/${id}`)).status).toBe(200)
})

test('whoever was named while they were away is given nothing back', async () => {
  const id = await tell({ about: 'child' })
  await ellen.get(`/concerns/${id}`)
  await ellen.go(`/concerns/${id}/let-in`, { person: cast.farid.id })
  const action = { words: 'Ring the school.', owner: cast.farid.id, day: asTyped(later(now, days(9))).day }
  await ellen.go(`/concerns/${id}/action`, { ...action, key: key() })
  await farid.go(`/people/${cast.farid.id}/away`, { from: asTyped(now).day, last: '' })
  await jobs()
  expect((await owes('ellen', id)).map(one => one.kind)).toContain('do-concern-action')
  await ellen.go(`/concerns/${id}/subject`, { name: cast.farid.name })
  const [away] = await rows('select id from away where person_id = $1 and ended_at is null', [cast.farid.id])
  await farid.go(`/people/${cast.farid.id}/away/${away?.id}/end`, {})
  await jobs()
  expect(await owes('farid', id)).toEqual([])
  expect((await owes('ellen', id)).map(one => one.kind)).toContain('do-concern-action')
  await findsNothing(farid, id)
  const [duty] = await rows('select * from duty where about_id = $1 limit 1', [id])
  await expect(
    house.database.asOwner(
      `insert into duty select (json_populate_record(d, json_build_object('id', gen_random_uuid(), 'person_id', $2::uuid,
        'closed_at', null, 'closed_entry', null))).* from duty d where id = $1`,
      [duty?.id, cast.farid.id],
    ),
  ).rejects.toMatchObject({ code: 'LY105' })
})

test.each(['added to first', 'named first'])(
  'named and added to at the same moment (%s), whom it is about owes nothing',
  async order => {
    const stranger = new Person(house)
    const { id } = await tellsOf(house, stranger, { words: 'Something is wrong.', about: 'worker' })
    await stranger.get('/told')
    await dev.get(`/concerns/${id}`)
    await ellen.get(`/concerns/${id}`)
    const held = new pg.Client({ connectionString: house.database.ownerUrl })
    await held.connect()
    await held.query('begin')
    await held.query('select from concern where id = $1 for no key update', [id])
    const add = () => stranger.go('/told', { words: 'And again.', key: key() })
    const name = () => dev.go(`/concerns/${id}/subject`, { name: cast.ellen.name })
    await passes(1, dev, ellen)
    const [one, other] = order === 'named first' ? [name, add] : [add, name]
    const waiting = async (many: number) => {
      const asked = `select count(*)::int as n from pg_locks where not granted and pid <> pg_backend_pid()`
      while ((await held.query(asked)).rows[0].n < many) await new Promise(setImmediate)
    }
    const first = one()
    await waiting(1)
    const second = other()
    await waiting(2)
    await held.query('commit')
    await held.end()
    await Promise.all([first, second])
    expect(await owes('ellen', id)).toEqual([])
    expect((await owes('dev', id)).map(one => one.kind)).toContain('look-at-concern')
  },
)

const sentAs = async (at: string, who: Person, said: Record<string, string>) => {
  const code = hiddenOn(await (await who.get(`${at}?danger=no`)).text(), 'code')
  return { code, answer: await who.post(at, { code, ...said }) }
}
const newest = async () =>
  (await rows('select id, subjects, heard_by, left_out, came_by from concern order by id desc limit 1'))[0]

test.each([
  ['/tell/riverside-youth/words', 'ellen touches me', undefined],
  ['/tell/riverside-youth/child/words', 'Mrs Fraser touches me', undefined],
  ['/concerns/from-paper', 'Ellen Fraser touches me', 'ben'],
] as const)(
  'at %s somebody who is named in the words alone, “%s”, is asked about before they read it',
  async (at, words, by) => {
    const who = by ? ben : new Person(house)
    const day = asTyped(now).day
    const { code, answer } = await sentAs(at, who, { words, about: 'unknown', day })
    const before = await newest()
    const asked = wordsOf(await answer.text())
    expect(answer.status).not.toBe(303)
    expect(asked).toContain('Ellen Fraser')
    expect(asked).toMatch(/Is it about (Ellen Fraser|them)\?/)
    expect(asked).toContain(words)
    // Sent without an answer, the question says so.
    const left = await who.post(at, { code, words, about: 'unknown', day, asksAbout: 'yes' })
    expect(wordsOf(await left.text())).toMatch(
      by ? /Is it about them\?/ : /Say whether it is about Ellen Fraser/,
    )
    expect((await newest())?.id).toBe(before?.id)
    expect((await who.post(at, { code, words, about: 'unknown', day, isAbout: 'yes' })).status).toBe(303)
    const after = await newest()
    expect(after.id).not.toBe(before?.id)
    expect(after).toMatchObject({ subjects: [cast.ellen.id], heard_by: [cast.dev.id] })
    for (const one of [ellen, farid]) await findsNothing(one, after.id)
    const other = await sentAs(at, by ? who : new Person(house), {
      words,
      about: 'child',
      day,
      isAbout: 'no',
    })
    expect(other.answer.status).toBe(303)
    expect(await newest()).toMatchObject({ subjects: [], heard_by: [cast.ellen.id] })
  },
)

test('a message that somebody writes of their designated person about is asked about too', async () => {
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await carys.go(`${at}/write`, { body: 'See you on Thursday.', key: key() })
  const [message] = await rows('select id from message order by id desc limit 1')
  const worried = `${at}/messages/${message?.id}/worried`
  const said = {
    words: 'Ellen told her to write this.',
    key: hiddenOn(await (await amira.get(worried)).text(), 'key'),
  }
  const no = await amira.post(worried, said)
  expect(no.status).toBe(409)
  expect(wordsOf(await no.text())).toMatch(/Ellen Fraser, who would read this.*Is it about them\?/)
  await amira.go(worried, { ...said, isAbout: 'yes' })
  const concern = await newest()
  expect(concern.came_by).toBe('message')
  expect([...concern.subjects].sort()).toEqual([cast.carys.id, cast.ellen.id].sort())
  await findsNothing(ellen, concern.id)
})

test('a senior manager who is named in the words is left out without a question: it would say who reads what', async () => {
  const id = await tell({ words: 'Dev does it.', about: 'worker' })
  expect(await concernOf(id)).toMatchObject({ heard_by: [cast.ellen.id], left_out: [cast.dev.id] })
  await findsNothing(dev, id)
})
