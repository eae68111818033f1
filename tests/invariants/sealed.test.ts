import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Code, shownCode } from '../../src/concerns/code.ts'
import { loadSecrets } from '../../src/kit/secrets.ts'
import { filesUnder, foundIn, rowsOf, waysToWrite } from '../setup/canaries.ts'
import { type Clamd, newClamd } from '../setup/clamd.ts'
import { wholeLife } from '../setup/concern-life.ts'
import { makesKey, unlocks } from '../setup/keys.ts'
import { hiddenOn, Person, signedIn } from '../setup/person.ts'
import {
  frontOf,
  newPlace,
  type Place,
  postgresOf,
  removePlace,
  type Server,
  startServer,
} from '../setup/server.ts'
import { takeConcernsAt } from '../setup/take-concerns.ts'

// A whole life of a concern, on a server that runs as npm start runs it. Every word of it has one canary in it, a word that
// nobody says; so have the passphrases. Then every row, every file and every line of a log is looked through. What is not
// looked through: the memory of the process, and pages of it that the machine may have put on its disk.

const canary = 'xylocanth'
const control = 'quibblewort'
const words = `${canary} gondola thimble quartz fennel oboe`
const codes: string[] = []
let place: Place
let server: Server
let owner: string
let clamd: Clamd

beforeAll(async () => {
  place = await newPlace()
  const temporary = join(place.folder, 'temporary')
  await mkdir(temporary)
  clamd = await newClamd()
  await clamd.start()
  const { socket: LANYARD_CLAMAV } = clamd
  place = { ...place, env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary, LANYARD_CLAMAV } }
  server = await startServer(place)
  owner = (await postgresOf(place)).ownerUrl
  await takeConcernsAt(owner, await loadSecrets(join(place.folder, 'secrets.json')))
  await lives()
  await ask(`create table looked_for as select '${control}'::text as word`)
  await ask('checkpoint')
}, 300_000)
afterAll(async () => {
  await clamd.close()
  await server.stop()
  await removePlace(place)
})

async function ask(sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  return client.query(sql, [...values]).finally(() => client.end())
}

const said = {
  words: `${canary} said that he drives them home.`,
  who: `Rosa ${canary}`,
  adult: `Mr ${canary}`,
  when: `Thursday, at ${canary} Road`,
  web: `https://${canary}.example/`,
  device: `A phone, in ${canary}’s drawer`,
  name: `Mrs ${canary}`,
  reach: `${canary}@example.org`,
  about: 'worker',
  what_conduct: 'yes',
}

async function tells(who: Person, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const at = '/tell/riverside-youth/words'
  const code = hiddenOn(await (await who.get(`${at}?danger=no`)).text(), 'code')
  codes.push(code)
  // Once without an answer that is needed, so that it comes back with what was typed.
  expect((await who.post(at, { code, ...said, ...more, about: '' })).status).toBe(422)
  expect((await who.post(at, { code, ...said, ...more })).status).toBe(303)
  return code
}

async function lives(): Promise<void> {
  const front = frontOf(place.url)
  const [ellen, dev, amira, farid, kofi] = [
    await signedIn(front, 'ellen'),
    await signedIn(front, 'dev'),
    await signedIn(front, 'amira'),
    await signedIn(front, 'farid'),
    await signedIn(front, 'kofi'),
  ]
  for (const one of [ellen, dev]) await makesKey(one, words)
  await ellen.post('/sealing/unlock', { words: `${words} wrong` })
  await unlocks(ellen, words)
  const stranger = new Person(front)
  const code = await tells(stranger)
  await tells(amira, { nameless: 'yes' })
  await tells(amira)
  // Nobody is left who could read it: it comes back, and is stored nowhere.
  const refused = await new Person(front).post('/tell/riverside-youth/words', {
    ...said,
    code: 'AAAABBBBCCCCDDDD',
    adult: `Ellen Fraser and Dev Mehta, ${canary}`,
  })
  expect(refused.status).toBe(409)
  for (const one of [farid, kofi]) await makesKey(one, words)
  const { rows } = await ask('select id from concern order by reported_at')
  for (const { id } of rows) {
    expect(await (await ellen.get(`/concerns/${id}`)).text()).toContain(canary)
    for (const whose of ['reply', 'note'])
      await ellen.go(`/concerns/${id}/answer`, {
        words: `${canary}: thank you.`,
        whose,
        key: crypto.randomUUID(),
      })
  }
  const later = new Person(front)
  await later.go('/told', { code: shownCode(code as Code) })
  expect(await (await later.get('/told')).text()).toContain(canary)
  await later.go('/told', { words: `${canary}, and again.`, key: crypto.randomUUID() })
  await later.post('/told', { code: `${canary}-AAAA` })
  const letter = (text: string) => new File([text], `${canary}.txt`)
  const key = () => ({ key: crypto.randomUUID(), note: `${canary} gave it to me.` })
  const kept = await later.upload('/told/document', 'file', letter(`Dear ${canary}.`), key())
  expect(kept.status).toBe(303)
  // A picture, and a letter with one in it, are turned away.
  const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${canary}`
  for (const text of [png, `Dear ${canary}: ${Buffer.from(png.repeat(9), 'latin1').toString('base64')}`]) {
    const file = new File([Buffer.from(text, 'latin1')], `${canary}.txt`)
    expect((await later.upload('/told/document', 'file', file, key())).status).toBe(422)
  }
  const whole = await wholeLife({ front, database: { asOwner: ask }, word: canary, codes })
  expect(whole.fetched.length).toBeGreaterThan(6)
  for (const page of whole.fetched) expect(page).toContain(canary)
  for (const table of [
    'concern_export',
    'concern_file',
    'concern_document',
    'concern_action',
    'concern_reader',
  ])
    expect([table, (await ask(`select from ${table}`)).rowCount]).not.toEqual([table, 0])
  // A letter that nobody could check for viruses yet.
  await clamd.stop()
  const waits = await later.upload('/told/document', 'file', letter(`Dear ${canary}, later.`), key())
  expect([waits.status, (await ask('select from concern_document_waiting')).rowCount]).toEqual([303, 1])
  // Her sign-in runs out while she writes: what she typed is kept for her.
  await ask(`update auth.session set "expiresAt" = now() - interval '1 minute'`)
  const [first] = rows
  await ellen.post(`/concerns/${first.id}/answer`, {
    words: `${canary}, typed too late.`,
    whose: 'note',
    key: crypto.randomUUID(),
  })
}

/** Where the canary, a code or anybody’s secret half stands, and how. */
async function whereIn(parts: AsyncGenerator<{ name: string; bytes: Buffer }>): Promise<string[]> {
  const found: string[] = []
  const ways = [canary, 'AGE-SECRET-KEY-1', ...codes, ...codes.map(code => shownCode(code as Code))].flatMap(
    waysToWrite,
  )
  for await (const { name, bytes } of parts) found.push(...foundIn(bytes, ways).map(how => `${name}: ${how}`))
  return found
}

test('a word is found in every way that it may be written', () => {
  const ways = waysToWrite(canary)
  for (const before of ['', 'a', 'ab'])
    for (const how of ['utf8', 'hex', 'base64', 'base64url', 'utf16le'] as const) {
      const text = Buffer.from(`${before}${canary} and more`, how === 'utf16le' ? how : 'utf8')
      const bytes = how === 'utf16le' ? text : Buffer.from(text.toString(how))
      expect([before, how, foundIn(bytes, ways).length > 0]).toEqual([before, how, true])
    }
})

test('no row of any table says a word of a concern, a code or a secret half; a word that is in no concern is found', async () => {
  expect(await whereIn(rowsOf(owner))).toEqual([])
  expect(await withControl(rowsOf(owner))).toEqual(['public.looked_for'])
}, 120_000)

test('nothing that the server said does', async () => {
  const all = Buffer.from(server.said())
  const parts = (async function* () {
    yield { name: 'said', bytes: all }
  })()
  expect(await whereIn(parts)).toEqual([])
})

test('no file does: the database’s own and its write-ahead log, letters, logs, what is kept for a while', async () => {
  await server.stop()
  expect(await whereIn(filesUnder(place.folder))).toEqual([])
  const found = await withControl(filesUnder(place.folder))
  expect(found.some(name => name.includes('/base/'))).toBe(true)
  expect(found.some(name => name.includes('pg_wal'))).toBe(true)
}, 300_000)

/** Where the word stands that is looked for so that one sees that looking finds. */
async function withControl(parts: AsyncGenerator<{ name: string; bytes: Buffer }>): Promise<string[]> {
  const found: string[] = []
  const ways = waysToWrite(control)
  for await (const { name, bytes } of parts) if (foundIn(bytes, ways).length > 0) found.push(name)
  return found
}
