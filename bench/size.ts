import { statfs } from 'node:fs/promises'
import pg from 'pg'
import { cast } from '../src/demo/index.ts'
import { type Person, signedIn } from '../tests/setup/person.ts'
import type { Figure, Report } from './setup/figure.ts'
import { type Lanyard, withLanyard } from './setup/lanyard.ts'
import { spreadOf } from './setup/measure.ts'
import { asOwner } from './setup/owner.ts'
import { fill, words } from './size/fill.ts'

/** How many messages are stored: set LANYARD_BENCH_SIZES for others. Five millions take some minutes to make, and 6 GB. */
const sizes = (process.env.LANYARD_BENCH_SIZES ?? '10000,1000000').split(',').map(Number)
const rounds = 3
const looks = 100
/** At most 1.5 times as long as with the fewest messages. */
const atLeast = 1 / 1.5

interface Look {
  readonly what: string
  readonly path: (number: number) => string
  readonly who: 'amira' | 'carys' | 'ellen'
}

/** Milliseconds that 99 of 100 looks took, of each round, at one size. */
type Times = ReadonlyMap<string, readonly number[]>

/** What is looked at, at each size, by somebody whose own part of it is the same at every size; and by who sees all. */
export const measure = (): Promise<Report> => withLanyard(grown)

async function grown(lanyard: Lanyard): Promise<Report> {
  const front = { url: lanyard.url, fetch: (request: Request) => fetch(request, { redirect: 'manual' }) }
  const people = {
    amira: await signedIn(front, 'amira'),
    carys: await signedIn(front, 'carys'),
    ellen: await signedIn(front, 'ellen'),
  }
  const all: Times[] = []
  const notes: string[] = []
  for (const size of sizes) {
    await room(lanyard.folder, size)
    const from = performance.now()
    await asOwner(lanyard.ownerUrl, owner => fill(owner, size))
    const took = (performance.now() - from) / 1000
    const kept = await sizeOf(lanyard.ownerUrl)
    notes.push(`${size.toLocaleString('en-GB')} messages: made in ${took.toFixed(0)} s; ${kept}.`)
    console.log(notes.at(-1))
    all.push(await timesOf(await looksOf(lanyard), people))
  }
  const [first, last] = [all[0] as Times, all.at(-1) as Times]
  const figures = [...last].map(([what, times]): Figure => {
    const before = first.get(what) ?? []
    const [ours, measured] = [spreadOf(times), spreadOf(before)]
    return {
      what: `${what}, 99 of 100, at ${named(sizes.at(-1))}`,
      unit: 'ms',
      ours,
      against: {
        what: `at ${named(sizes[0])}`,
        measured,
        ratio: {
          median: measured.median / ours.median,
          low: measured.low / ours.high,
          high: measured.high / ours.low,
        },
      },
      target: { ratioAtLeast: Number(atLeast.toFixed(3)) },
    }
  })
  for (const [at, size] of sizes.entries())
    notes.push(
      `at ${named(size)}: ${[...(all[at] as Times)].map(([what, times]) => `${what} ${spreadOf(times).median.toFixed(1)} ms`).join('; ')}.`,
    )
  return { figures, notes: [...notes, ...told] }
}

const named = (size = 0): string => size.toLocaleString('en-GB')

const told = [
  `each figure is the middle of ${rounds} rounds of the time within which 99 of ${looks} pages came, over HTTP with the sign-in looked up; a ratio of 0.667 is 1.5 times as long.`,
  'a worker has 25 conversations of 50 messages and a manager 8 workers at every size; the more messages, the more workers. The designated person sees all of them.',
]

/** Throws where the disk has not three times the room that is needed. */
async function room(folder: string, size: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const needed = size * 1_500 * 3
  if (bavail * bsize < needed)
    throw new Error(
      `${named(size)} messages need ${(needed / 1e9).toFixed(0)} GB free on the disk of ${folder}.`,
    )
}

async function sizeOf(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query(
    `select pg_size_pretty(pg_total_relation_size('message')) as all, pg_size_pretty(pg_relation_size('message_by_words')) as words`,
  )
  await client.end()
  return `${rows[0].all} with indexes, ${rows[0].words} of it for search`
}

async function looksOf({ ownerUrl }: Lanyard): Promise<readonly Look[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    `select conversation_id as id from participant where person_id = $1 order by conversation_id`,
    [cast.amira.id],
  )
  await client.end()
  const search = (who: Look['who'], whose: string): Look[] =>
    Object.entries(words).map(([kind, word]) => ({
      what: `${whose} search, a ${kind === 'some' ? 'less common' : kind} word`,
      who,
      path: () => `/conversations/search?find=${word}`,
    }))
  return [
    {
      what: 'a conversation opened',
      who: 'amira',
      path: number => `/conversations/${rows[number % rows.length]?.id}`,
    },
    { what: 'a worker’s list', who: 'amira', path: () => '/conversations' },
    { what: 'a manager’s list', who: 'carys', path: () => '/conversations/team' },
    { what: 'the designated person’s list', who: 'ellen', path: () => '/conversations/team' },
    ...search('amira', 'a worker’s'),
    ...search('carys', 'a manager’s'),
    ...search('ellen', 'the designated person’s'),
  ]
}

async function timesOf(
  looks_: readonly Look[],
  people: Readonly<Record<Look['who'], Person>>,
): Promise<Times> {
  const times = new Map<string, number[]>(looks_.map(({ what }) => [what, []]))
  // One round before the first is thrown away.
  for (let round = 0; round <= rounds; round++)
    for (const { what, who, path } of looks_) {
      const took: number[] = []
      for (let number = 0; number < looks; number++) {
        const from = performance.now()
        const answer = await people[who].get(path(number))
        await answer.text()
        if (answer.status !== 200) throw new Error(`${path(number)} was answered with ${answer.status}`)
        took.push(performance.now() - from)
      }
      const p99 = took.toSorted((a, b) => a - b)[Math.floor(looks * 0.99)] ?? 0
      if (round > 0) times.get(what)?.push(p99)
    }
  return times
}
