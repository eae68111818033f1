import pg from 'pg'
import { allEvidence } from '../src/evidence.ts'
import { logKeys, verifyRecord } from '../src/records/index.ts'
import { makesKey } from '../tests/setup/keys.ts'
import { signedIn } from '../tests/setup/person.ts'
import { takeConcernsAt } from '../tests/setup/take-concerns.ts'
import { type Reporting, reportingAt } from './concerns/reporters.ts'
import type { Figure, Report } from './setup/figure.ts'
import { type Lanyard, withLanyard } from './setup/lanyard.ts'
import { spreadOf } from './setup/measure.ts'
import { asOwner } from './setup/owner.ts'
import { mostResident, residentMemory } from './setup/processes.ts'

const atOnce = [1, 50, 200] as const
const rounds = 3
const seconds = 6

/** What is meant to be reached, by how many report at the same moment. */
const targets: Readonly<Partial<Record<number, { readonly rate: number; readonly p95: number }>>> = {
  50: { rate: 100, p95: 300 },
}

/**
 * Concerns told through the front door by people without an account, each acknowledged when it is durable and on the record: how
 * many a second, how long the slowest of twenty waits, and that none is lost.
 */
export const measure = (): Promise<Report> => withLanyard(told)

async function told(lanyard: Lanyard): Promise<Report> {
  const front = { url: lanyard.url, fetch: (request: Request) => fetch(request, { redirect: 'manual' }) }
  await takeConcernsAt(lanyard.ownerUrl, lanyard.secrets)
  for (const name of ['ellen', 'farid', 'dev'] as const) await makesKey(await signedIn(front, name))
  const pid = lanyard.process.pid ?? 0
  const before = residentMemory([pid])
  const found = new Map<number, Reporting[]>(atOnce.map(count => [count, []]))
  // As a server is that has been at work for a while.
  const first = await reportingAt(lanyard.url, 50, 8)
  // As tables are that have been written to for a minute: PostgreSQL has looked over them by then.
  await asOwner(lanyard.ownerUrl, owner => owner.query('analyze'))
  for (let round = 0; round < rounds; round++)
    for (const count of atOnce) found.get(count)?.push(await reportingAt(lanyard.url, count, seconds))
  const most = mostResident(pid)
  const all = [...found.values()].flat()
  const codes = [first, ...all].flatMap(one => one.codes)
  return {
    figures: [
      ...atOnce.flatMap(count => figuresAt(count, found.get(count) ?? [])),
      { what: 'memory of the app under it, at most', unit: 'MB', ours: spreadOf([most]) },
      { what: 'memory of the app before it', unit: 'MB', ours: spreadOf([before]) },
    ],
    notes: await nothingLost(lanyard, codes),
  }
}

function figuresAt(count: number, found: readonly Reporting[]): Figure[] {
  const target = targets[count]
  return [
    {
      what: `concerns acknowledged, ${count} reporting at once`,
      unit: 'a second',
      ours: spreadOf(found.map(({ rate }) => rate)),
      target: target && { atLeast: target.rate },
    },
    {
      what: `time to the answer, ${count} at once, of 95 in 100`,
      unit: 'ms',
      ours: spreadOf(found.map(({ p95 }) => p95)),
      target: target && { atMost: target.p95 },
    },
  ]
}

/** Every acknowledged concern must be there once with its entry, and the whole record must hold. Throws when it does not. */
async function nothingLost(lanyard: Lanyard, codes: readonly Uint8Array[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: lanyard.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ stored: number; every: number; bytes: number }>(
    `select count(*)::int as stored, (select count(*)::int from concern) as every, round(avg(length(c.report) + length(c.keys)))::int as bytes
      from concern c join entry e on e.agency_id = c.agency_id and e.id = c.entry_id where c.locator = any($1)`,
    [codes],
  )
  for (let waits = true; waits; ) {
    const { rows: left } = await client.query<{ waits: boolean }>(
      'select exists (select from entry_pending) as waits',
    )
    waits = left[0]?.waits ?? false
  }
  await client.end()
  const { stored = 0, every = 0, bytes = 0 } = rows[0] ?? {}
  if (stored !== codes.length || every !== codes.length)
    throw new Error(
      `${codes.length} were acknowledged, ${stored} of them are stored, and ${every} altogether`,
    )
  const { problems } = await verifyRecord({
    ownerUrl: lanyard.ownerUrl,
    keys: logKeys(lanyard.secrets.master, lanyard.url),
    heads: `${lanyard.folder}/witness`,
    evidence: allEvidence,
  })
  if (problems.length > 0) throw new Error(`the record does not hold: ${problems[0]?.what}`)
  return [
    `each came over HTTP from somebody without an account, was routed, sealed to three people’s keys and to whoever told it, and stored with its entry and the duty to look; all ${stored.toLocaleString('en-GB')} that were acknowledged are stored once, and the record verifies. What is sealed of one takes ${bytes} bytes.`,
  ]
}
