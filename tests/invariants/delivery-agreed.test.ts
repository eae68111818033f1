import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies, cast } from '../../src/demo/index.ts'
import { answerToApp } from '../setup/as-app.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { type Became, type Doing, interleave } from '../setup/interleave.ts'

/** Raw SQL as the application's role, several at once: nothing is claimed for a child over a way that nobody agrees to then. */
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

const part = { amira: 'worker', carys: 'second-adult', jamie: 'child' } as const
const channels = ['email', 'text'] as const
type Channel = (typeof channels)[number]

/** A conversation of Jamie with Amira and Carys in which something was said; gives the message of each of `count`. */
async function said(count: number): Promise<{ conversation: string; messages: string[] }> {
  const conversation = crypto.randomUUID()
  await owner.query(
    `insert into conversation (agency_id, id, subject, opened_by, opened_at, entry_id) values ($1, $2, 'Trip', $3, now(), $4)`,
    [agency, conversation, cast.amira.id, entry],
  )
  for (const who of ['jamie', 'amira', 'carys'] as const)
    await owner.query(
      `insert into participant (agency_id, conversation_id, person_id, part, added_at, entry_id)
       values ($1, $2, $3, $4, now(), $5)`,
      [agency, conversation, cast[who].id, part[who], entry],
    )
  const messages = Array.from({ length: count }, () => crypto.randomUUID())
  for (const id of messages)
    await owner.query(
      `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id)
       values ($1, $2, $3, $4, 'Hello', now(), gen_random_uuid(), $5)`,
      [agency, id, conversation, cast.amira.id, entry],
    )
  return { conversation, messages }
}

const samSays = (channel: Channel, yes: boolean): pg.QueryConfig => ({
  text: `insert into agreement (agency_id, id, child_id, channel, answer, given_by, given_on, last_day, how, at, entry_id)
    select $1, gen_random_uuid(), $2, $6, $3, $4, d, case when $3 = 'yes' then d + 30 end, 'page', clock_timestamp(), $5
    from (select (now() at time zone 'Europe/London')::date as d) today`,
  values: [agency, cast.jamie.id, yes ? 'yes' : 'no', cast.sam.id, entry, channel],
})

const delivery = (
  about: { conversation: string; message: string; channel: Channel; to?: string },
  state: 'queued' | 'claimed' | 'failed' | 'handed-over',
): pg.QueryConfig => ({
  text: `insert into delivery (agency_id, id, message_id, conversation_id, person_id, channel, state, attempts, made_at,
      changed_at, entry_id)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, now(), now(), $8)`,
  values: [
    agency,
    about.message,
    about.conversation,
    about.to ?? cast.jamie.id,
    about.channel,
    state,
    state === 'claimed' ? 1 : 0,
    entry,
  ],
})
const claim = (message: string): pg.QueryConfig => ({
  text: `update delivery set state = 'claimed', attempts = attempts + 1 where agency_id = $1 and message_id = $2`,
  values: [agency, message],
})

type Act = { readonly act: 'made' | 'claimed' | 'no' | 'yes'; readonly channel: Channel }
const acts: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom('made', 'made', 'claimed', 'claimed', 'no', 'no', 'yes'),
  channel: fc.constantFrom(...channels),
}) as fc.Arbitrary<Act>

/** What was claimed although, in the order of the commits, somebody had said no. */
function wronglyClaimed(some: readonly Act[], became: readonly Became[]): string[] {
  const agreed = { email: true, text: true }
  return became.flatMap(one => {
    const done = some[Number(one.name)]
    if (!done || !('committed' in one)) return []
    const { act, channel } = done
    if (act === 'made' || act === 'claimed') return agreed[channel] ? [] : [`${act} at ${one.committed}`]
    agreed[channel] = act === 'yes'
    return []
  })
}

test('no interleaving of claims with saying no and yes claims a message to a child that nobody agrees to', async () => {
  const refusals = new Set<string>()
  let claims = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(5), { minLength: 8, maxLength: 16 }),
      async (some, turns) => {
        for (const channel of channels) await owner.query(samSays(channel, true))
        const { conversation, messages } = await said(some.length)
        const doings: Doing[] = []
        for (const [at, { act, channel }] of some.entries()) {
          const message = messages[at] ?? ''
          if (act === 'claimed') await owner.query(delivery({ conversation, message, channel }, 'queued'))
          const statement =
            act === 'made'
              ? delivery({ conversation, message, channel }, 'claimed')
              : act === 'claimed'
                ? claim(message)
                : samSays(channel, act === 'yes')
          doings.push({ name: String(at), statements: [statement] })
        }
        const became = await interleave(
          database.appUrl,
          [{ text: `select set_config('lanyard.agency', $1, true)`, values: [agency] }],
          doings,
          turns,
        )
        for (const one of became) if ('refused' in one) refusals.add(one.refused)
        const { rows } = await owner.query(
          `select count(*)::int as claimed from delivery where conversation_id = $1 and state = 'claimed'`,
          [conversation],
        )
        const done = became.filter(
          one => 'committed' in one && ['made', 'claimed'].includes(some[Number(one.name)]?.act ?? ''),
        )
        claims += done.length
        expect(rows[0].claimed).toBe(done.length)
        expect(wronglyClaimed(some, became)).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
  expect(claims).toBeGreaterThan(50)
  // Refused where it had to be, and for nothing else: something newer was said, or nobody agrees.
  expect(refusals).toContain('LY006')
  expect([...refusals].filter(code => !/^LY006$|^LY059$/.test(code))).toEqual([])
}, 240_000)

const asApp = (query: pg.QueryConfig) => answerToApp(database, agency, query)

test('each way is agreed to by itself, a parent needs nobody’s agreement, and no state that has left gets past it', async () => {
  const { conversation, messages } = await said(1)
  const message = messages[0] ?? ''
  await owner.query(samSays('email', false))
  await owner.query(samSays('text', true))
  const to = (channel: Channel, who?: string) =>
    ({ conversation, message, channel, ...(who ? { to: who } : {}) }) as const
  expect(await asApp(delivery(to('email'), 'claimed'))).toBe('LY006')
  expect(await asApp(delivery(to('email'), 'handed-over'))).toBe('LY006')
  expect(await asApp(delivery(to('text'), 'claimed'))).toBe('stored')
  expect(await asApp(delivery(to('email', cast.sam.id), 'claimed'))).toBe('stored')
  // What was not sent is put down all the same.
  expect(await asApp(delivery(to('email'), 'failed'))).toBe('stored')
})
