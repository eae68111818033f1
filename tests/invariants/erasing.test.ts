import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { type Became, type Doing, interleave } from '../setup/interleave.ts'

/** Raw SQL as the application's role, several at once: erasures, holds and their lifting, in any order. */
let database: TestDatabase
let owner: pg.Client
let entry: string
const agency = agencies.riverside.id
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  entry = (await owner.query('select id from entry where agency_id = $1 limit 1', [agency])).rows[0].id
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const anEntry = (id: string, event: string, about: string): pg.QueryConfig => ({
  text: `insert into entry (agency_id, id, at, event, person_id, about_id, leaf, salt, content)
    values ($1, $2, now(), $3, $4, $5, '{}', '\\x00', '{}')`,
  values: [agency, id, event, cast.dev.id, about],
})

interface Thing {
  readonly entry: string
  readonly call: string
}

/** A call with Sam, who is Jamie's parent, written down by Amira. */
async function aCall(): Promise<Thing> {
  const thing = { entry: crypto.randomUUID(), call: crypto.randomUUID() }
  await owner.query('begin')
  await owner.query(anEntry(thing.entry, 'call.logged', thing.call))
  await owner.query(
    `insert into phone_call (agency_id, id, logged_by, logged_at, with_id, way, result, began_at, minutes, about, phone,
       draft_key, entry_id)
     values ($1, $2, $3, now(), $4, 'out', 'spoke', now(), 5, 'Late again', 'work', gen_random_uuid(), $5)`,
    [agency, thing.call, cast.amira.id, cast.sam.id, thing.entry],
  )
  await owner.query('commit')
  return thing
}

type Whom = 'jamie' | 'sam' | 'amira' | 'rosa'
type Act =
  | { readonly act: 'erases' }
  | { readonly act: 'holds'; readonly whom: Whom }
  | { readonly act: 'lifts' }

const holdOn = (whom: Whom, id = crypto.randomUUID()): pg.QueryConfig => ({
  text: `insert into erasing_hold (agency_id, id, person_id, reason, review_on, placed_by, placed_at, entry_id)
    values ($1, $2, $3, 'Police', (now() at time zone 'Europe/London')::date + 30, $4, now(), $5)`,
  values: [agency, id, cast[whom].id, cast.dev.id, entry],
})
const lift = (hold: string): pg.QueryConfig => ({
  text: `insert into erasing_hold_step (agency_id, id, hold_id, step, reason, taken_by, taken_at, entry_id)
    values ($1, gen_random_uuid(), $2, 'lifted', 'Over', $3, now(), $4)`,
  values: [agency, hold, cast.dev.id, entry],
})

function statementsOf(act: Act, thing: Thing, standing: string): readonly pg.QueryConfig[] {
  if (act.act === 'holds') return [holdOn(act.whom)]
  if (act.act === 'lifts') return [lift(standing)]
  const erasing = crypto.randomUUID()
  return [
    anEntry(erasing, 'record.erased', thing.entry),
    { text: 'select record_erase($1, $2)', values: [thing.entry, erasing] },
  ]
}

const setUp: readonly pg.QueryConfig[] = [
  { text: `select set_config('lanyard.agency', $1, true)`, values: [agency] },
  { text: `select set_config('lanyard.person', $1, true)`, values: [cast.dev.id] },
]

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ act: 'erases' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('holds' as const),
      whom: fc.constantFrom<Whom>('jamie', 'sam', 'amira', 'rosa'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'lifts' } as const) },
)

/** Erasures that were committed although, in the order of the commits, a hold stood on whom the call is about. */
function wronglyErased(acts: readonly Act[], became: readonly Became[], heldBefore: boolean): number {
  let standing = heldBefore ? 1 : 0
  let wrong = 0
  for (const one of became) {
    const done = acts[Number(one.name)]
    if (!done || !('committed' in one)) continue
    if (done.act === 'holds' && done.whom !== 'rosa') standing += 1
    if (done.act === 'lifts') standing -= 1
    if (done.act === 'erases' && standing > 0) wrong += 1
  }
  return wrong
}

test('no interleaving of erasures and holds erases what a hold keeps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      fc.array(fc.nat(5), { minLength: 4, maxLength: 16 }),
      async (some, heldBefore, turns) => {
        const all = some.filter((act, at) => act.act !== 'lifts' || (heldBefore && some.indexOf(act) === at))
        await owner.query('delete from erasing_hold_step')
        await owner.query('delete from erasing_hold')
        const thing = await aCall()
        const standing = crypto.randomUUID()
        await placed(holdOn(heldBefore ? 'sam' : 'rosa', standing))
        const doing: Doing[] = all.map((act, at) => ({
          name: String(at),
          statements: statementsOf(act, thing, standing),
        }))
        const became = await interleave(database.appUrl, setUp, doing, turns)
        expect(wronglyErased(all, became, heldBefore)).toBe(0)
        // What was refused was refused for the hold, or because two lifted one hold.
        for (const one of became) if ('refused' in one) expect(['LY074', '23505']).toContain(one.refused)
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

/** Placed and committed, as the application does. */
async function placed(hold: pg.QueryConfig): Promise<void> {
  const became = await interleave(database.appUrl, setUp, [{ name: 'hold', statements: [hold] }], [0])
  expect(became).toEqual([{ name: 'hold', committed: 0 }])
}

test('a hold is placed by nobody for another, and by nobody without the role', async () => {
  for (const person of [cast.amira.id, cast.ellen.id]) {
    const as = [
      setUp[0] as pg.QueryConfig,
      { text: `select set_config('lanyard.person', $1, true)`, values: [person] },
    ]
    const became = await interleave(database.appUrl, as, [{ name: 'hold', statements: [holdOn('sam')] }], [0])
    expect(became).toEqual([{ name: 'hold', refused: 'LY041' }])
  }
})
