import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cast } from '../../src/demo/index.ts'
import { asksFor, choicesOn, fileOf, idOf, makes } from '../setup/exported.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../setup/person.ts'

// An export and an erasing of what is in it, at one moment: each is stopped in the middle by a lock that the test has.

let house: TestHouse
let ellen: Person
let farid: Person
let amira: Person
let at: string
let gate: pg.Client
const gone = 'persimmon'
beforeAll(async () => {
  house = await openHouse()
  amira = await signedIn(house, 'amira')
  ellen = await signedIn(house, 'ellen')
  farid = await signedIn(house, 'farid')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday club' })
  gate = new pg.Client({ connectionString: house.database.ownerUrl })
  await gate.connect()
  await house.database.asOwner(
    `create function stops_here() returns trigger language plpgsql as $$
     begin
       perform pg_advisory_xact_lock_shared(hashtext(case tg_op when 'UPDATE' then 'erased' else new.event end));
       return new;
     end $$;
     create trigger stops_when_said before insert on entry for each row execute function stops_here();
     create trigger stops_when_erased before update of content on entry for each row execute function stops_here();`,
  )
})
afterAll(async () => {
  await gate.end()
  expect(house.faults).toEqual([])
  await house.close()
})

const rows = async (sql: string, values: unknown[] = []) => (await house.database.asOwner(sql, values)).rows
const waiting = async () =>
  (
    await rows(`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
  )[0].n as number

/** Whatever does this from now on stands still in its transaction, until it is let go. */
async function stop(what: string) {
  await gate.query('select pg_advisory_lock(hashtext($1))', [what])
  return {
    /** Until so many stand still; or one that was to wait has not. */
    stands: (count: number, or = () => false) =>
      vi.waitUntil(async () => or() || (await waiting()) >= count, { timeout: 20_000, interval: 20 }),
    letGo: () => gate.query('select pg_advisory_unlock(hashtext($1))', [what]),
  }
}

/** What somebody does while others stand still: whether it is over, and what came of it. */
function doing<T>(work: Promise<T>) {
  const done = { over: false, result: work }
  done.result = work.finally(() => {
    done.over = true
  })
  return done
}

/** Amira says it, in a message of its own. Gives where Ellen has it erased. */
async function says(body: string): Promise<string> {
  await amira.go(`${at}/write`, { body, key: hiddenOn(await (await amira.get(at)).text(), 'key') })
  const [{ id }] = await rows('select id from message where body = $1', [body])
  return `${at}/messages/${id}/erase`
}
const erases = (where: string) => doing(ellen.go(where, { reason: 'Article 17', checked: 'yes' }))
const asks = () => asksFor(house, 'farid', `person/${cast.jamie.id}`)
const stateOf = async (where: string) =>
  (await rows('select state, named from export_progress where export_id = $1', [idOf(where)]))[0]
const madeOf = async (where: string) =>
  (await rows('select 1 from export_made where export_id = $1', [idOf(where)])).length
const filesOf = async (where: string) =>
  (await rows('select 1 from export_file where export_id = $1', [idOf(where)])).length
/** Goes on with the names as they are. */
const chooses = (one: Awaited<ReturnType<typeof asks>>) =>
  farid.go(
    one.at,
    Object.fromEntries([...choicesOn(one.page).values()].map(({ field, value }) => [field, value])),
  )

/** It came to nothing: no file is there, and its page says why and what to do instead. */
async function cameToNothing(where: string): Promise<void> {
  expect(await stateOf(where)).toEqual({ state: 'gone', named: null })
  expect(await filesOf(where)).toBe(0)
  expect((await farid.get(`${where}/json`)).status).toBe(404)
  const page = await (await farid.get(where)).text()
  expect(wordsOf(page)).toContain('has been erased since you asked')
  expect(page).toContain(`href="/exports/person/${cast.jamie.id}"`)
  expect(page).not.toContain(gone)
}

test('an erasing waits for the export that is being put on the record; then the export goes', async () => {
  const where = await says(`First a ${gone}`)
  const one = await asks()
  const made = await stop('export.made')
  await chooses(one)
  await made.stands(1)
  const erased = erases(where)
  await made.stands(2, () => erased.over)
  expect(erased.over).toBe(false)
  await made.letGo()
  await erased.result
  await vi.waitUntil(async () => (await madeOf(one.at)) === 1, { timeout: 20_000, interval: 20 })
  await cameToNothing(one.at)
})

test('an export whose names are gone through while something in it is being erased is not made', async () => {
  const where = await says(`Another ${gone}`)
  const one = await asks()
  const going = await stop('erased')
  const erased = erases(where)
  await going.stands(1)
  const chosen = doing(chooses(one))
  await going.stands(2, () => chosen.over)
  await going.letGo()
  await Promise.all([erased.result, chosen.result])
  await cameToNothing(one.at)
  // The job that was to make it has come, and made nothing.
  await vi.waitUntil(
    async () =>
      (await rows(`select 1 from graphile_worker.jobs where task_identifier = 'export-make'`)).length === 0,
    { timeout: 20_000, interval: 20 },
  )
  expect(await madeOf(one.at)).toBe(0)
})

test('an export that is asked for while something is being erased says that it was, and has no word of it', async () => {
  const where = await says(`Kept is the kumquat, not the ${gone}`)
  const going = await stop('erased')
  const erased = erases(where)
  await going.stands(1)
  const asked = doing(asks())
  await going.stands(2, () => asked.over)
  expect(asked.over).toBe(false)
  await going.letGo()
  await erased.result
  const one = await asked.result
  expect(one.page).not.toContain(gone)
  await makes(house, one)
  const text = Buffer.from(await fileOf(one, 'json')).toString()
  expect(text).not.toContain(gone)
  expect(text).toContain('record.erased')
  const { entries } = JSON.parse(text).body
  const sent = entries.filter((entry: { leaf: { event: string } }) => entry.leaf.event === 'message.sent')
  expect(sent.at(-1).withheld).toBe('erased')
})

test('a file that is being fetched is fetched whole, and the erasing waits for it; then it is there no more', async () => {
  const where = await says(`The last ${gone}`)
  const one = await asks()
  await makes(house, one)
  const taken = await stop('export.taken')
  const file = doing(fileOf(one, 'json'))
  await taken.stands(1)
  const erased = erases(where)
  await taken.stands(2, () => erased.over)
  expect(erased.over).toBe(false)
  await taken.letGo()
  expect(Buffer.from(await file.result).toString()).toContain(`The last ${gone}`)
  await erased.result
  await cameToNothing(one.at)
})
