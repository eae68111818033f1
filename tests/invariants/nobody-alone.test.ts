import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { answerToApp } from '../setup/as-app.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { type Became, type Doing, interleave } from '../setup/interleave.ts'

/** Raw SQL as the application's role, several at once: what no interleaving of it may come to. */
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

const actors = {
  amira: cast.amira.id,
  carys: cast.carys.id,
  ellen: cast.ellen.id,
  jamie: cast.jamie.id,
  sam: cast.sam.id,
}
const part = {
  amira: 'worker',
  carys: 'second-adult',
  ellen: 'second-adult',
  jamie: 'child',
  sam: 'parent',
} as const
type Actor = keyof typeof actors
type Adult = Exclude<Actor, 'jamie'>

const place = (conversation: string, who: Actor): pg.QueryConfig => ({
  text: `insert into participant (agency_id, conversation_id, person_id, part, added_at, entry_id)
    values ($1, $2, $3, $4, clock_timestamp(), $5)`,
  values: [agency, conversation, actors[who], part[who], entry],
})

/** A conversation of Jamie with Amira and, as second adult, Carys. */
async function aConversation(): Promise<string> {
  const id = crypto.randomUUID()
  await owner.query(
    `insert into conversation (agency_id, id, subject, opened_by, opened_at, entry_id)
     values ($1, $2, 'Trip', $3, now(), $4)`,
    [agency, id, actors.amira, entry],
  )
  for (const who of ['jamie', 'amira', 'carys'] as const) await owner.query(place(id, who))
  return id
}

type Act =
  | { readonly act: 'writes'; readonly who: 'amira' | 'jamie' }
  | { readonly act: 'goes away' | 'leaves'; readonly who: 'amira' | 'carys' }
  | { readonly act: 'is put in'; readonly who: 'ellen' }
  | { readonly act: 'says no' | 'says yes'; readonly who: 'sam' }
  | { readonly act: 'ends'; readonly who: 'amira' }

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('writes'), who: fc.constantFrom('amira', 'jamie') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('goes away', 'leaves'),
      who: fc.constantFrom('carys', 'carys', 'amira'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('is put in'), who: fc.constant('ellen') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('says no', 'says no', 'says yes'),
      who: fc.constant('sam'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('ends'), who: fc.constant('amira') }) },
) as fc.Arbitrary<Act>

/** Jamie’s parent on messages on the page. */
const samSays = (yes: boolean): pg.QueryConfig => ({
  text: `insert into agreement (agency_id, id, child_id, channel, answer, given_by, given_on, last_day, how, at, entry_id)
    select $1, gen_random_uuid(), $2, 'web', $3, $4, d, case when $3 = 'yes' then d + 30 end, 'page', clock_timestamp(), $5
    from (select (now() at time zone 'Europe/London')::date as d) today`,
  values: [agency, cast.jamie.id, yes ? 'yes' : 'no', cast.sam.id, entry],
})

function statementsOf({ act, who }: Act, conversation: string): pg.QueryConfig[] {
  if (act === 'is put in') return [place(conversation, who)]
  if (act === 'says no' || act === 'says yes') return [samSays(act === 'says yes')]
  if (act === 'ends')
    return [
      {
        text: `insert into conversation_end (agency_id, id, conversation_id, ended_at, worker_id, purpose, entry_id)
          values ($1, gen_random_uuid(), $2, now(), $3, 'Club', $4)`,
        values: [agency, conversation, actors.amira, entry],
      },
    ]
  if (act === 'writes')
    return [
      {
        text: `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id)
          values ($1, gen_random_uuid(), $2, $3, 'Hello', now(), gen_random_uuid(), $4)`,
        values: [agency, conversation, actors[who], entry],
      },
    ]
  if (act === 'leaves')
    return [
      {
        text: `update participant set left_at = clock_timestamp()
          where agency_id = $1 and conversation_id = $2 and person_id = $3 and left_at is null`,
        values: [agency, conversation, actors[who]],
      },
    ]
  return [
    {
      text: `insert into away (agency_id, id, person_id, from_day, set_by, set_at, entry_id)
        values ($1, gen_random_uuid(), $2, (now() at time zone 'Europe/London')::date, $2, now(), $3)`,
      values: [agency, actors[who], entry],
    },
  ]
}

/** The messages that were stored although, in the order of the commits, too few adults were there or their writer was not. */
function wronglyStored(acts: readonly Act[], became: readonly Became[]): string[] {
  const here = new Set<Adult>(['amira', 'carys'])
  const inIt = new Set<Actor>(['amira', 'carys', 'jamie'])
  let [agreed, ended] = [true, false]
  return became.flatMap(one => {
    const done = acts[Number(one.name)]
    if (!done || !('committed' in one)) return []
    const { act, who } = done
    if (act === 'writes')
      return here.size < 2 || !inIt.has(who) || !agreed || ended ? [`${who} at ${one.committed}`] : []
    if (act === 'says no' || act === 'says yes') agreed = act === 'says yes'
    else if (act === 'ends') ended = true
    else if (act === 'is put in') here.add(who)
    else here.delete(who as Adult)
    if (act === 'leaves') inIt.delete(who)
    return []
  })
}

test('no interleaving of messages with going away, leaving, saying no and the end of the work stores one that may not be', async () => {
  const refusals = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(5), { minLength: 8, maxLength: 16 }),
      async (some, turns) => {
        const conversation = await aConversation()
        const doings = some.map(
          (one, at): Doing => ({ name: String(at), statements: statementsOf(one, conversation) }),
        )
        const became = await interleave(
          database.appUrl,
          [{ text: `select set_config('lanyard.agency', $1, true)`, values: [agency] }],
          doings,
          turns,
        )
        for (const one of became) if ('refused' in one) refusals.add(one.refused)
        await owner.query('update away set ended_at = now() where ended_at is null')
        await owner.query(samSays(true))
        const { rows } = await owner.query(
          'select count(*)::int as stored from message where conversation_id = $1',
          [conversation],
        )
        const stored = became.filter(one => 'committed' in one && some[Number(one.name)]?.act === 'writes')
        expect(rows[0].stored).toBe(stored.length)
        expect(wronglyStored(some, became)).toEqual([])
      },
    ),
    { numRuns: 120 },
  )
  // It was refused where it had to be, and for nothing else: no deadlock among them.
  expect([...refusals]).toEqual(expect.arrayContaining(['LY002', 'LY005', 'LY006']))
  expect([...refusals].filter(code => !/^LY00[1256]$|^LY059$|^23505$/.test(code))).toEqual([])
}, 240_000)

test('a message that says it was sent before somebody went away does not get past their being away', async () => {
  const conversation = await aConversation()
  await owner.query(statementsOf({ act: 'goes away', who: 'carys' }, conversation)[0] as pg.QueryConfig)
  const app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  for (const sent of [`now() - interval '40 days'`, 'now()', `now() + interval '40 days'`]) {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true)`, [agency])
    const backdated = app.query(
      `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id)
       values ($1, gen_random_uuid(), $2, $3, 'x', ${sent}, gen_random_uuid(), $4)`,
      [agency, conversation, actors.amira, entry],
    )
    await expect(backdated).rejects.toMatchObject({ code: 'LY002' })
    await app.query('rollback')
  }
  await app.end()
  await owner.query('update away set ended_at = now() where ended_at is null')
})

const sends = (query: pg.QueryConfig) => answerToApp(database, agency, query)

test('one parent’s no closes the page whatever the other says, until they take it back; the child may say no and, too young, never yes', async () => {
  const conversation = await aConversation()
  const write = statementsOf({ act: 'writes', who: 'amira' }, conversation)[0] as pg.QueryConfig
  const says = async (who: string, answer: 'yes' | 'no' | 'none', channel = 'web') =>
    owner.query(
      `insert into agreement (agency_id, id, child_id, channel, answer, given_by, given_on, last_day, how, at, entry_id)
       select $1, gen_random_uuid(), $2, $6, $3, $4, d, case when $3 = 'yes' then d + 30 end, 'page', clock_timestamp(), $5
       from (select (now() at time zone 'Europe/London')::date as d) today`,
      [agency, cast.jamie.id, answer, who, entry, channel],
    )
  expect(await sends(write)).toBe('stored')
  await says(cast.jamie.id, 'no')
  await says(cast.sam.id, 'yes')
  expect(await sends(write)).toBe('LY006')
  await says(cast.jamie.id, 'none')
  expect(await sends(write)).toBe('stored')
  // Another way of being in touch is another agreement.
  await says(cast.sam.id, 'no', 'email')
  expect(await sends(write)).toBe('stored')
  await expect(says(cast.jamie.id, 'yes')).rejects.toMatchObject({ code: 'LY060' })
  await expect(says(cast.lucia.id, 'yes')).rejects.toMatchObject({ code: 'LY060' })
  // Of two days, the later is the end of it.
  await owner.query(
    `update agreement set last_day = given_on, given_on = given_on - 1 where answer = 'yes' and channel = 'web'`,
  )
  expect(await sends(write)).toBe('stored')
  await owner.query(
    `update agreement set last_day = last_day - 1, given_on = given_on - 1 where answer = 'yes' and channel = 'web'`,
  )
  expect(await sends(write)).toBe('LY006')
  await says(cast.sam.id, 'yes')
})
