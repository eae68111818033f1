import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../tests/setup/canaries.ts'
import { handsIn, opensIt, tellsOf, tellsOutside } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'
import { asTyped, days, hours, later } from '../../kit/clock.ts'
import { system, write } from '../../records/index.ts'
import { shownCode } from '../code.ts'
import { oweKept } from './owe.ts'

let house: TestHouse
let ellen: Person
let dev: Person
let farid: Person
let now = later(new Date(), hours(1))
beforeAll(async () => {
  house = await openHouse({ clock: () => (now = later(now, 1)) })
  ;[ellen, dev, farid] = await Promise.all([
    signedIn(house, 'ellen'),
    signedIn(house, 'dev'),
    signedIn(house, 'farid'),
  ])
  for (const who of [ellen, dev, farid]) await makesKey(who)
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const key = () => crypto.randomUUID()
const rows = async (sql: string, values: unknown[] = []) =>
  (await house.database.asOwner(sql, values as string[])).rows
const page = async (who: Person, path: string) => wordsOf(await (await who.get(path)).text())
const refused = async (who: Person, path: string, fields: Readonly<Record<string, string>>) => {
  const answer = await who.post(path, { key: key(), ...fields })
  return [answer.status, wordsOf(await answer.text())] as const
}

/** A concern about a child, that Ellen reads and has let Farid in to; closed. */
async function aClosedConcern(words = 'Bruises.') {
  const told = await tellsOf(house, new Person(house), { words, about: 'child' })
  const at = `/concerns/${told.id}`
  await ellen.get(at)
  await ellen.go(`${at}/let-in`, { person: cast.farid.id })
  await farid.go(`${at}/open`, { reason: 'work', words: '', key: key() })
  await ellen.go(`${at}/link`, { part: 'child', name: 'Jamie Taylor' })
  await ellen.go(`${at}/close`, { toward: 'close', words: 'The school knows.', key: key() })
  return { ...told, at }
}

/** A concern about a worker, told to the officer outside and closed by two. Gives its id. */
async function closedByTwo(said: Parameters<typeof tellsOf>[2]): Promise<string> {
  const { id } = await tellsOf(house, new Person(house), said)
  await ellen.get(`/concerns/${id}`)
  await tellsOutside(ellen, id, 'lado', now)
  await ellen.go(`/concerns/${id}/close`, { toward: 'close', words: 'Looked into.', key: key() })
  await opensIt(dev, id)
  await dev.go(`/concerns/${id}/close`, { toward: 'close', words: 'Yes.', key: key() })
  return id
}

/** What the morning of a day looks at, so many days from now. */
const morningIn = (count: number) =>
  write(
    { ...house.house.ground, clock: () => later(now, days(count)) },
    system(agencies.riverside.id),
    oweKept,
  )
const owes = async (who: Person, at: string) => (await (await who.get('/duties')).text()).includes(at)
const dueOf = async (id: string) => {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const [vault] = await rows('select agency_id from concern where id = $1', [id])
  await app.query('begin')
  await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', '', true)`, [
    vault?.agency_id,
  ])
  const kept = await app.query('select * from concerns_kept(84, 120, 120, $1)', [[id]])
  await app.end()
  return kept.rows[0] as { kind: string; due_at: Date | null; closed_at: Date } | undefined
}
const years = (from: Date, count: number) => {
  const at = new Date(from)
  at.setUTCFullYear(at.getUTCFullYear() + count)
  return asTyped(at).day
}

test('a child’s file is kept until 25 years after the birth, and for 25 years from its closing where no birthday is known; what is open is never due', async () => {
  const open = await tellsOf(house, new Person(house), { words: 'Bruises.', about: 'child' })
  expect(await dueOf(open.id)).toBeUndefined()
  const { id, at } = await aClosedConcern()
  await house.database.asOwner(`update person set born_on = null where id = $1`, [cast.jamie.id])
  const kept = await dueOf(id)
  expect([kept?.kind, kept?.due_at && asTyped(kept.due_at).day]).toEqual([
    'concern-child',
    kept && years(kept.closed_at, 25),
  ])
  await house.database.asOwner(`update person set born_on = $1 where id = $2`, [
    cast.jamie.bornOn as string,
    cast.jamie.id,
  ])
  expect((await dueOf(id))?.due_at?.getUTCFullYear()).toBe(2038)
  expect(await page(ellen, `${at}/keeping`)).toContain('9 April 2038')
  expect(await page(ellen, `${at}/keeping`)).not.toContain('That is over')
  await ellen.go(`${at}/close`, { toward: 'open', words: 'Seen again.', key: key() })
  expect(await dueOf(id)).toBeUndefined()
  expect(await page(ellen, `${at}/keeping`)).toContain('It is open')
})

test('an allegation is kept until the adult draws a pension, or ten years if longer; a small worry all the while they work here', async () => {
  const said = { words: 'He shouted.', about: 'worker', adult: cast.ben.name }
  const id = await closedByTwo(said)
  const born = (day: string | null) =>
    house.database.asOwner('update person set born_on = $1 where id = $2', [day as string, cast.ben.id])
  const closed = (await dueOf(id))?.closed_at as Date
  const dueDay = async () => {
    const kept = await dueOf(id)
    return kept?.due_at && asTyped(kept.due_at).day
  }
  await born(null)
  expect(await dueDay()).toBe(years(closed, 52))
  await born('1990-03-04')
  expect(await dueDay()).toBe('2058-03-04')
  await born('1955-03-04')
  expect(await dueDay()).toBe(years(closed, 10))
  await born(null)
  // Told as a small worry: never, while he is here; ten years after he left.
  await house.database.asOwner(`update concern set facts = facts || '{"lowLevel":"yes"}' where id = $1`, [id])
  expect(await dueOf(id)).toMatchObject({ kind: 'concern-low-level', due_at: null })
  expect(await page(ellen, `/concerns/${id}/keeping`)).toContain('Without an end')
  await house.database.asOwner(`update concern set facts = facts || '{"lowLevel":"no"}' where id = $1`, [id])
})

test('once its time is over, those who read it owe a look, and nobody else; by itself nothing is erased', async () => {
  const { at, id } = await aClosedConcern()
  expect(await morningIn(0)).toBe(0)
  await morningIn(40 * 365)
  expect([await owes(ellen, `${at}/keeping`), await owes(farid, `${at}/keeping`)]).toEqual([true, true])
  expect(await owes(dev, `${at}/keeping`)).toBe(false)
  expect(await page(ellen, '/concerns/due')).toContain('The time of one is over')
  expect((await rows('select report from concern where id = $1', [id]))[0]?.report).not.toBeNull()
  // Not due on a day before: those looks end.
  await morningIn(0)
  expect(await owes(ellen, `${at}/keeping`)).toBe(false)
})

/** Everything of a concern that is sealed, or leads to it or to somebody: as it stands in a row, and as it stands in an entry. */
async function tracesOf(id: string): Promise<readonly string[]> {
  const bytes = await rows(
    `select encode(b, 'hex') as hex, translate(encode(b, 'base64'), E'\\n', '') as base64 from (
      select unnest(array[keys, report, commitment, locator, reporter_key]) from concern where id = $1
      union all select sealed from concern_piece where concern_id = $1
      union all select unnest(array[about, commitment]) from concern_document where concern_id = $1
      union all select substr(sealed, 1, 60) from concern_document_part where concern_id = $1
      union all select key from concern_reader where concern_id = $1 and key is not null) all_of_it(b)`,
    [id],
  )
  const words = await rows(
    `select recipient as word from concern where id = $1 union all select reporter_recipient from concern where id = $1`,
    [id],
  )
  return [...bytes.flatMap(({ hex, base64 }) => [hex, base64]), ...words.map(({ word }) => word)] as string[]
}

async function tablesWith(traces: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { name, bytes } of rowsOf(house.database.ownerUrl))
    if (traces.some(trace => bytes.includes(trace))) found.push(name)
  return found
}

test('two people who read it erase it, the second after reading it; of what it said no column of any table has anything left, and the log still verifies', async () => {
  const { at, id, code } = await aClosedConcern('Canary olive.')
  await ellen.go(`${at}/close`, { toward: 'open', words: 'Something is to be done.', key: key() })
  const sent = { organisation: 'Riverside Youth Club', happened: 'Canary olive.', key: key() }
  await ellen.go(`${at}/packs/for/lado`, sent)
  await handsIn(house, ellen, id)
  await ellen.go(`${at}/subject`, { name: cast.dev.name })
  // Now that it is about somebody who works with children, the officer outside is told before it is closed.
  await tellsOutside(ellen, id, 'lado', now)
  await ellen.go(`${at}/close`, { toward: 'close', words: 'Done.', key: key() })
  await opensIt(farid, id)
  await farid.go(`${at}/close`, { toward: 'close', words: 'Yes.', key: key() })
  const traces = await tracesOf(id)
  expect(traces.length).toBeGreaterThan(15)
  expect((await tablesWith(traces)).length).toBeGreaterThan(2)

  const why = { said: 'time-over', words: 'Canary pear.' }
  expect(await refused(ellen, `${at}/erase`, why)).toMatchObject([
    409,
    expect.stringContaining('not over yet'),
  ])
  expect((await refused(ellen, `${at}/erase`, { ...why, words: '' }))[0]).toBe(422)
  await ellen.go(`${at}/erase`, { said: 'data-law', words: 'Canary pear.', key: key() })
  const more = await tracesOf(id)
  expect(await page(farid, '/duties')).toContain('Somebody asks you to look at something before it is erased')
  expect(await page(farid, `${at}/erase`)).toContain('Ellen Fraser asked for it')
  expect((await dev.get(`${at}/erase`)).status).toBe(404)
  const yes = { said: 'erase', words: 'I agree.' }
  expect(await refused(ellen, `${at}/erase`, yes)).toMatchObject([409, expect.stringContaining('Another')])
  expect(await refused(farid, `${at}/erase`, yes)).toMatchObject([
    409,
    expect.stringContaining('read it first'),
  ])
  now = later(now, hours(1) / 6)
  expect(await page(farid, at)).toContain('Canary pear')
  // What comes after they read it is read before it goes: by the page, and by the database.
  const child = new Person(house)
  await child.go('/told', { code })
  await child.go('/told', { words: 'He did it again.', key: key() })
  expect(await refused(farid, `${at}/erase`, yes)).toMatchObject([
    409,
    expect.stringContaining('Something may have come'),
  ])
  await expect(step(id, 'erased', cast.farid.id)).rejects.toMatchObject({ code: 'LY098' })
  expect(await page(farid, at)).toContain('He did it again.')
  expect(await farid.go(`${at}/erase`, { ...yes, key: key() })).toContain('/concerns/due')

  expect(await tablesWith(more)).toEqual([])
  const links = await rows(
    `select person_id from concern_link where concern_id = $1 union all
      select person_id from concern_subject where concern_id = $1`,
    [id],
  )
  expect(links.length).toBeGreaterThan(1)
  expect(links.filter(one => one.person_id !== null)).toEqual([])
  const left = await rows(
    `select event from entry where about_id = $1 and content is not null order by at, id`,
    [id],
  )
  for (const event of ['concern.reported', 'concern.noted', 'concern.linked', 'concern.subject-named'])
    expect(left.map(one => one.event)).not.toContain(event)
  for (const who of [ellen, farid, dev]) expect((await who.get(at)).status).toBe(404)
  expect(await (await ellen.get('/concerns')).text()).not.toContain(id)
  expect(await (await ellen.get('/duties')).text()).not.toContain(id)
  expect(await page(ellen, '/concerns/due')).toContain('Ellen Fraser asked; Farid Aziz erased it')
  const back = await new Person(house).post('/told', { code: shownCode(code as never) })
  expect(back.status).not.toBe(303)
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
})

test('what a hold keeps nobody erases, whether it is on the concern or on a child in it; lifted, it can be', async () => {
  const { at, id } = await aClosedConcern()
  await ellen.go(`${at}/erase`, { said: 'data-law', words: 'Asked.', key: key() })
  now = later(now, hours(1) / 6)
  await farid.get(at)
  await farid.go(`${at}/hold`, { hold: 'stays', words: 'The police rang.', key: key() })
  expect(await page(ellen, `${at}/keeping`)).toContain('Farid Aziz put a hold on it')
  const ask = { said: 'data-law', words: 'Asked again.' }
  expect(await refused(ellen, `${at}/erase`, ask)).toMatchObject([
    409,
    expect.stringContaining('a hold keeps it'),
  ])
  await morningIn(300)
  expect(await owes(ellen, `${at}/keeping`)).toBe(false)
  await morningIn(40 * 365)
  expect(await owes(ellen, `${at}/keeping`)).toBe(true)
  await farid.go(`${at}/hold`, { hold: 'lifted', words: 'They need it no more.', key: key() })
  const look = asTyped(later(now, days(30))).day
  await dev.go(`/holds/people/${cast.jamie.id}`, { reason: 'An inquiry', review: look })
  expect(await refused(ellen, `${at}/erase`, ask)).toMatchObject([
    409,
    expect.stringContaining('a hold keeps it'),
  ])
  await expect(step(id, 'erase-asked', cast.ellen.id)).rejects.toMatchObject({ code: 'LY074' })
  const [hold] = await rows(`select id from erasing_hold where person_id = $1`, [cast.jamie.id])
  await dev.go(`/holds/${hold?.id}/lift`, { reason: 'It is over' })
  await ellen.go(`${at}/erase`, { ...ask, key: key() })
})

/** A step as the application's role writes it, for somebody; with what else the same transaction does. */
async function step(id: string, what: string, person: string, ...more: pg.QueryConfig[]): Promise<void> {
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  try {
    const [vault] = await rows('select agency_id, entry_id from concern where id = $1', [id])
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`, [
      vault?.agency_id,
      person,
    ])
    for (const one of more) await app.query(one)
    await app.query(
      `insert into concern_step (agency_id, id, concern_id, step, reason, taken_by, taken_at, entry_id)
        values ($1, gen_random_uuid(), $2, $3, 'data-law', $4, $5, $6)`,
      [vault?.agency_id, id, what, person, later(now, 1), vault?.entry_id],
    )
  } finally {
    await app.end()
  }
}

test('the database itself refuses one alone, whoever does not read it, what is open, and any erasing that two did not decide', async () => {
  const { id, at } = await aClosedConcern()
  await ellen.go(`${at}/erase`, { said: 'data-law', words: 'Asked.', key: key() })
  for (const who of [cast.ellen, cast.dev, cast.amira])
    await expect(step(id, 'erased', who.id)).rejects.toMatchObject({ code: 'LY098' })
  await expect(step(id, 'erased', cast.farid.id)).rejects.toMatchObject({ code: 'LY098' })
  await opensIt(farid, id)
  await step(id, 'erased', cast.farid.id)
  const [vault] = await rows('select agency_id, entry_id from concern where id = $1', [id])
  const entry = key()
  const alone = [
    {
      text: `insert into entry (agency_id, id, at, event, about_id, leaf, salt, content)
        values ($1, $2, now(), 'record.erased', $3, '{}', '\\x00', '{}')`,
      values: [vault?.agency_id, entry, vault?.entry_id],
    },
    { text: 'select record_erase($1, $2)', values: [vault?.entry_id, entry] },
  ]
  await expect(step(id, 'erased', cast.farid.id, ...alone)).rejects.toMatchObject({ code: 'LY098' })
  await ellen.go(`${at}/close`, { toward: 'open', words: 'Seen again.', key: key() })
  await expect(step(id, 'erased', cast.farid.id)).rejects.toMatchObject({ code: 'LY098' })
})

test('what comes while it is being erased waits, is not taken, and stands on the page of whoever sent it', async () => {
  const { id, code } = await tellsOf(house, new Person(house), { words: 'Bruises.', about: 'child' })
  const child = new Person(house)
  await child.go('/told', { code })
  const gone = [
    'subjects',
    'recipient',
    'keys',
    'report',
    'commitment',
    'locator',
    'reporter_recipient',
    'reporter_key',
  ]
  const [before] = await rows(`select ${gone} from concern where id = $1`, [id])
  const erasing = new pg.Client({ connectionString: house.database.ownerUrl })
  await erasing.connect()
  await erasing.query('begin')
  await erasing.query('select from concern where id = $1 for no key update', [id])
  const sent = child.post('/told', { words: 'Canary quince: and again.', key: key() })
  const waits = `select count(*)::int as n from pg_locks where not granted`
  await expect.poll(async () => (await rows(waits))[0]?.n, { timeout: 20_000 }).toBeGreaterThan(0)
  await erasing.query(`update concern set ${gone.map(column => `${column} = null`)} where id = $1`, [id])
  await erasing.query('commit')
  await erasing.end()
  const answer = await sent
  expect([answer.status, await answer.text()]).toEqual([
    409,
    expect.stringContaining('Canary quince: and again.'),
  ])
  expect(await rows('select 1 from concern_piece where concern_id = $1', [id])).toEqual([])
  // As it was: nobody has really erased it.
  const set = gone.map((column, at) => `${column} = $${at + 2}`).join(', ')
  await rows(`update concern set ${set} where id = $1`, [id, ...gone.map(column => before?.[column])])
})

test('a small worry about somebody who has left is kept for ten years from then, and only then is a look at it owed', async () => {
  const said = { words: 'He gave her a lift.', about: 'worker', adult: cast.ben.name, lowLevel: 'yes' }
  const id = await closedByTwo(said)
  expect(await dueOf(id)).toMatchObject({ kind: 'concern-low-level', due_at: null })
  const grace = await signedIn(house, 'grace')
  await grace.go(`/people/${cast.ben.id}/leaving`, { 'to-children': cast.carys.id })
  const [{ left_at }] = await rows('select left_at from person where id = $1', [cast.ben.id])
  const kept = await dueOf(id)
  expect(kept?.due_at && asTyped(kept.due_at).day).toBe(years(left_at, 10))
  const at = `/concerns/${id}/keeping`
  await morningIn(3640)
  expect(await owes(ellen, at)).toBe(false)
  await morningIn(3700)
  expect(await owes(ellen, at)).toBe(true)
  expect((await rows('select report is not null as there from concern where id = $1', [id]))[0].there).toBe(
    true,
  )
})
