import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../../src/app.ts'
import { agencies, cast } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { seed } from '../setup/chance.ts'
import { tellsOf } from '../setup/concern.ts'
import { type Control, formsOn, type PageForm, unescaped } from '../setup/forms.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { someWords } from '../setup/keys.ts'
import { encoded, held, isPicture, odd } from '../setup/odd.ts'
import { Person, signedIn, wordsOf } from '../setup/person.ts'
import { asksToTake, decides, sends } from '../setup/taken.ts'
import { aConcern, aTestLetter, keys, realAddress, type Things } from '../sweep/things.ts'

// Every form of every page about concerns and keys, as the pages of a lived-in house have them: a form that is new is among them
// by itself. Each is sent whatever may be typed, and what no browser sends. Nothing breaks, and nothing that was typed is lost. That
// what is taken is kept to the letter is in concern-words.test.ts.

/** So often each is sent, and no longer than this altogether once each was sent a few times. */
const rounds = { most: 30, least: 6, millis: 20_000, more: 4 }

interface Found extends PageForm {
  readonly who: Person
  readonly as: string
  readonly pattern: string
  readonly page: string
}

let house: TestHouse
let found: readonly Found[]
beforeAll(async () => {
  house = await openHouse()
  found = await everyForm()
}, 180_000)
afterAll(async () => {
  // Whatever broke is told with the form that broke it, below.
  house.faults.length = 0
  await house.close()
})

async function everyForm(): Promise<readonly Found[]> {
  await keys(house)
  const things: Partial<Things> = {
    ...(await aConcern(house)),
    ...(await aMessage()),
    letter: await aTestLetter(house),
    lock: await one(`select id from sealing_lock where kind = 'passkey'`),
    recovery: await one('select id from recovery'),
  }
  const more = await furtherOn()
  const told = new Person(house)
  const { code } = await tellsOf(house, told, { words: 'Something.', about: 'unknown' })
  await told.go('/told', { code })
  const people: [string, Person][] = [
    ['nobody', new Person(house)],
    ['whoever told', told],
  ]
  for (const name of ['ellen', 'dev', 'farid', 'kofi', 'carys', 'ivan'] as const)
    people.push([name, await signedIn(house, name)])
  const all = new Map<string, Found>()
  const pages = pagesOf(house.house)
    .map(({ address }) => address.pattern)
    .filter(pattern => /^\/(?:tell|told|concerns|sealing)\b|\/worried$/.test(pattern))
  for (const [pattern, page] of [...pages.map(one => [one, realAddress(one, things)] as const), ...more]) {
    for (const [as, who] of people) {
      const answer = await who.get(page)
      const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
      if (answer.status !== 200) continue
      for (const form of formsOn(html, page)) {
        const shape = `${form.to.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} ${form.controls.map(({ name }) => name)}`
        if (!all.has(shape)) all.set(shape, { ...form, who, as, pattern, page })
      }
    }
  }
  const forms = [...all.values()].filter(({ to }) => !to.includes('sign-out'))
  return forms.toSorted((a, b) => Number(isEnding(a)) - Number(isEnding(b)))
}

/** What may end a code, a key or what one reads comes last: the others are sent before it. */
const isEnding = ({ to }: PageForm): boolean => /leave|sealing|erase|hand-over|take-over/.test(to)

/** What only stands there at a certain time: names to decide on, a file to answer, an erasing and a a closed one. */
async function furtherOn(): Promise<readonly (readonly [pattern: string, page: string])[]> {
  const [ellen, farid] = [await signedIn(house, 'ellen'), await signedIn(house, 'farid')]
  const waiting = await asksToTake(ellen, cast.jamie.id)
  await decides(ellen, waiting)
  const file = await sends(house, ellen, waiting, agencies.otters.id)
  const other = (await tellsOf(house, new Person(house), { words: 'Twice.', about: 'child' })).id
  await ellen.go(`/concerns/${other}/let-in`, { person: cast.farid.id })
  for (const who of [ellen, farid]) await who.get(`/concerns/${other}`)
  await ellen.go(`/concerns/${other}/close`, { toward: 'close', words: 'Over.', key: newId() })
  await ellen.go(`/concerns/${other}/erase`, { said: 'no-concern', words: 'Tried.', key: newId() })
  return [
    ['/concerns/exports/:taking', await asksToTake(ellen, cast.jamie.id)],
    ['/concerns/files/:arrived', `/concerns/files/${file}`],
    ['/concerns/:concern/erase', `/concerns/${other}/erase`],
    ['/concerns/:concern/close', `/concerns/${other}/close`],
    ['/concerns/:concern/hold', `/concerns/${other}/hold`],
  ]
}

const one = async (sql: string): Promise<string> => (await house.database.asOwner(sql)).rows[0]?.id

/** Amira writes to Jamie, so that somebody may be worried about what she wrote. */
async function aMessage(): Promise<Pick<Things, 'conversation' | 'message'>> {
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', key: newId() })
  return { conversation: at.split('/').at(-1) ?? '', message: await one('select id from message') }
}

type Value = string | File
type Pair = readonly [name: string, value: Value]

const aFile = fc.constantFrom(
  new File(['Dear Ellen.'], 'A letter.txt'),
  new File([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')], 'a.png'),
  new File([], ''),
)

/** What is sent for one control: mostly what belongs there; nothing, something odd, the same twice, or a file. */
function sentFor({ name, kind, values }: Control): fc.Arbitrary<readonly Pair[]> {
  const belongs: fc.Arbitrary<Value> =
    kind === 'choice'
      ? fc.constantFrom(...values)
      : kind === 'secret'
        ? fc.constantFrom(someWords, 'wrong words')
        : kind === 'file'
          ? aFile
          : kind === 'hidden'
            ? fc.constantFrom(...values).map(value => (name === 'key' ? newId() : value))
            : fc.constantFrom('Somebody said so on Thursday.', 'Jamie Taylor', '2026-12-01', '10:30')
  const as = (value: Value): readonly Pair[] => [[name, value]]
  return fc.oneof(
    { weight: 6, arbitrary: belongs.map(as) },
    { weight: kind === 'hidden' || kind === 'choice' ? 1 : 4, arbitrary: odd.map(as) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(odd, belongs).map(two => two.map(value => [name, value] as const)) },
    { weight: 1, arbitrary: aFile.map(as) },
  )
}

function bodyOf(pairs: readonly Pair[]): string | FormData {
  if (pairs.every(([, value]) => typeof value === 'string'))
    return pairs.map(([name, value]) => `${encoded(name)}=${encoded(`${value}`)}`).join('&')
  const body = new FormData()
  for (const [name, value] of pairs) body.append(name, value)
  return body
}

const sent = ({ who, to, method }: Found, pairs: readonly Pair[]): Promise<Response> =>
  method === 'post'
    ? who.postRaw(to, bodyOf(pairs))
    : who.get(`${to}?${bodyOf(pairs.filter(([, value]) => typeof value === 'string'))}`)

const shown = (pairs: readonly Pair[]): string =>
  JSON.stringify(
    pairs.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 80) : value.name]),
  )

/** What is wrong with an answer; nothing where it is as it must be. */
async function wrongWith(form: Found, pairs: readonly Pair[], answer: Response): Promise<string | undefined> {
  if (answer.status >= 500 && answer.status !== 503) return `answered ${answer.status}`
  const html = await answer.text()
  if (answer.status < 400 && answer.status !== 200) return undefined
  if (answer.status === 404) {
    // Something else that was sent may have ended what it was about.
    const now = await form.who.get(form.page)
    const same = now.status === 200 && formsOn(await now.text(), form.page).some(({ to }) => to === form.to)
    return same ? 'is missing, and its page is there' : undefined
  }
  const again = formsOn(html, form.page)
    .flatMap(({ controls }) => controls)
    .flatMap(({ kind, values }) => (kind === 'text' ? values.map(held) : []))
  const words = held(unescaped(wordsOf(html))).replace(/\s+/g, ' ')
  const lost = form.controls.flatMap(({ name, kind }) => {
    const sent = pairs.filter(([its]) => its === name).map(([, value]) => value)
    const [value] = sent
    if (kind !== 'text' || sent.length !== 1 || typeof value !== 'string' || held(value) === '') return []
    const stands = again.includes(held(value)) || words.includes(held(value).replace(/\s+/g, ' '))
    return stands || (isPicture(value) && html.includes('We take no ')) ? [] : [name]
  })
  return lost.length > 0 ? `${answer.status} lost ${lost.join(', ')}` : undefined
}

test('there are as many forms as the pages have, of every kind', () => {
  const patterns = new Set(found.map(({ pattern }) => pattern))
  for (const its of ['/tell/:place/words', '/told', '/concerns/:concern/decide', '/sealing/unlock'])
    expect([...patterns]).toContain(its)
  expect(patterns.size).toBeGreaterThan(30)
})

test('whatever is sent by any of them, nothing breaks, and what was typed is done with or stands there again', async () => {
  const wrong = new Map<string, unknown>()
  const met = new Map<number, number>()
  const samples = found.map((form, at) =>
    fc.sample(fc.tuple(...form.controls.map(sentFor)), {
      numRuns: rounds.most + 2 * rounds.more,
      seed: seed + at,
    }),
  )
  const sends = async (at: number, round: number, when: string) => {
    const [form, pairs] = [found[at], samples[at]?.[round]?.flat() ?? []]
    if (!form) return
    const before = house.faults.length
    const answer = await sent(form, pairs)
    met.set(answer.status, (met.get(answer.status) ?? 0) + 1)
    const says = await wrongWith(form, pairs, answer)
    const broke = house.faults.length > before ? 'broke behind the page' : undefined
    const where = `${form.as} at ${form.pattern}${when}: ${says ?? broke}`
    if (says ?? broke) wrong.set(where, [shown(pairs), house.faults.slice(before)])
  }
  const began = performance.now()
  const [first, ending] = [found.findIndex(isEnding), found.length]
  for (let round = 0; round < rounds.most; round++)
    for (let at = 0; at < first; at++)
      if (round < rounds.least || performance.now() - began < rounds.millis) await sends(at, round, '')
  for (let more = 0; more < rounds.more; more++)
    for (let at = first; at < ending; at++) await sends(at, more, '')
  // By now keys are locked and codes are gone, as they are when somebody has been writing for half an hour.
  for (const who of [await signedIn(house, 'ellen'), await signedIn(house, 'dev')])
    await who.post('/sealing/lock', {})
  for (const { who, as } of found) if (as === 'whoever told') await who.post('/told/leave', {})
  for (let more = 0; more < rounds.more; more++)
    for (let at = 0; at < first; at++) await sends(at, rounds.most + more, ', too late')
  console.info(`answers by status: ${[...met].map(([status, count]) => `${status}: ${count}`).join(', ')}`)
  expect(Object.fromEntries(wrong), `seed ${seed}`).toEqual({})
  // Some are taken, some come back: neither all of one.
  for (const status of [303, 422]) expect(met.get(status)).toBeGreaterThan(20)
}, 120_000)

test('whoever wrote for longer than a code stands in a browser gives it again, and sends what they wrote', async () => {
  const told = new Person(house)
  const { code, id } = await tellsOf(house, told, { words: 'Something.', about: 'unknown' })
  const words = 'He did it again, and I wrote for half an hour.'
  await told.post('/told/leave', {})
  const late = await told.post('/told', { words, key: newId() })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain(words)
  expect(await (await told.post('/told', { code: 'AAAA', words })).text()).toContain(words)
  const back = await told.post('/told', { code, words })
  const [key] = formsOn(await back.text(), '/told').flatMap(({ controls }) =>
    controls.flatMap(({ name, values }) => (name === 'key' ? values : [])),
  )
  const before = await one(`select count(*) as id from concern_piece where concern_id = '${id}'`)
  expect(before).toBe('0')
  await told.go('/told', { words, key: key ?? '' })
  expect(wordsOf(await (await told.get('/told')).text())).toContain(words)
})

test('no address of concerns breaks, whatever stands in it', async () => {
  const ellen = await signedIn(house, 'ellen')
  const part = fc.oneof(fc.string({ maxLength: 40 }), fc.uuid()).map(encodeURIComponent)
  const pages = [...new Set(found.map(({ pattern }) => pattern))]
  await fc.assert(
    fc.asyncProperty(part, part, fc.constantFrom(...pages), async (odd, other, pattern) => {
      const at = pattern.replace(/:\w+(?:\{[^}]*\})?/g, odd)
      for (const path of [
        at,
        `${at}?at=${odd}&id=${other}&from=${other}&sent=${odd}&whole=${other}&next=${odd}`,
      ])
        expect([path, (await ellen.get(path)).status < 500]).toEqual([path, true])
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Every table about concerns, asked of the database itself, with how much of it is of another than one agency. */
async function tablesOfConcerns(): Promise<readonly string[]> {
  const { rows } = await house.database.asOwner(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname ~ '^(?:concern|danger_shown|chain_letter)' order by 1`,
  )
  return rows.map(({ name }) => name)
}

test('raw SQL as the application’s role sees nothing of a concern from another vault, nor from the agency itself, in any table', async () => {
  const tables = await tablesOfConcerns()
  expect(tables.length).toBeGreaterThan(24)
  const vaultOf = (agency: string) => one(`select id from agency where home_id = '${agency}'`)
  const [ours, theirs] = [await vaultOf(agencies.riverside.id), await vaultOf(agencies.otters.id)]
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const hidden: string[] = []
  for (const table of tables)
    for (const vault of [ours, theirs]) {
      const { rows } = await house.database.asOwner(
        `select count(*)::int as count from ${table} where agency_id = $1`,
        [vault],
      )
      if (rows[0]?.count > 0) hidden.push(table)
      const others = [agencies.riverside.id, agencies.otters.id, vault === ours ? theirs : ours]
      for (const agency of others)
        for (const person of [cast.ellen.id, cast.kofi.id, '']) {
          await app.query('begin')
          await app.query(
            `select set_config('lanyard.agency', $1, true), set_config('lanyard.person', $2, true)`,
            [agency, person],
          )
          const seen = await app.query(`select count(*)::int as count from ${table} where agency_id = $1`, [
            vault,
          ])
          expect([table, seen.rows[0]?.count]).toEqual([table, 0])
          await app.query('rollback')
        }
    }
  await app.end()
  // There was something to hide in most of them.
  expect(new Set(hidden).size).toBeGreaterThan(15)
})

test('the application’s role changes no row about a concern, and deletes none but what waits, what is a copy and who stands in', async () => {
  const mayBe: Record<string, string[]> = {}
  for (const table of await tablesOfConcerns()) {
    const { rows } = await house.database.asOwner(
      `select has_table_privilege('lanyard_app', $1, 'delete') as deletes, has_table_privilege('lanyard_app', $1, 'truncate') as truncates,
        array(select a.attname::text from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
          and has_column_privilege('lanyard_app', $1, a.attname, 'update') order by 1) as updates`,
      [table],
    )
    const { deletes, truncates, updates } = rows[0] ?? {}
    expect([table, truncates]).toEqual([table, false])
    const does = [...(deletes ? ['delete'] : []), ...updates]
    if (does.length > 0) mayBe[table] = does
  }
  expect(mayBe).toEqual({
    concern_cover: ['delete'],
    concern_document_part: ['delete'],
    concern_document_waiting: ['delete'],
    concern_export_body: ['delete'],
  })
})
