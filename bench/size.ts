import { statfs } from 'node:fs/promises'
import pg from 'pg'
import { cast } from '../src/demo/index.ts'
import { signedIn } from '../tests/setup/person.ts'
import type { Report } from './setup/figure.ts'
import { type Lanyard, withLanyard } from './setup/lanyard.ts'
import { grownFigures, grownNotes, type Look, named, type Times, timesOf } from './setup/looks.ts'
import { asOwner } from './setup/owner.ts'
import { fill, words } from './size/fill.ts'

/** How many messages are stored: set LANYARD_BENCH_SIZES for others. Five millions take some minutes to make, and 6 GB. */
const sizes = (process.env.LANYARD_BENCH_SIZES ?? '10000,1000000').split(',').map(Number)
const rounds = 7
const looks = 100

type Who = 'amira' | 'carys' | 'ellen'

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
    all.push(await timesOf(await looksOf(lanyard), people, { looks, rounds }))
  }
  return { figures: grownFigures(sizes, all), notes: [...notes, ...grownNotes(sizes, all), ...told] }
}

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

async function looksOf({ ownerUrl }: Lanyard): Promise<readonly Look<Who>[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    `select conversation_id as id from participant where person_id = $1 order by conversation_id`,
    [cast.amira.id],
  )
  await client.end()
  const search = (who: Who, whose: string): Look<Who>[] =>
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
