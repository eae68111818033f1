import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { newCode } from '../src/concerns/code.ts'
import { cast } from '../src/demo/index.ts'
import { makesKey } from '../tests/setup/keys.ts'
import { Person, signedIn } from '../tests/setup/person.ts'
import { takeConcernsAt } from '../tests/setup/take-concerns.ts'
import { fill } from './caseload/fill.ts'
import type { Report } from './setup/figure.ts'
import { type Lanyard, withLanyard } from './setup/lanyard.ts'
import { grownFigures, grownNotes, type Look, named, type Times, timesOf } from './setup/looks.ts'
import { asOwner } from './setup/owner.ts'

/** How many concerns one designated person reads: set LANYARD_BENCH_SIZES for others. */
const sizes = (process.env.LANYARD_BENCH_SIZES ?? '1000,200000').split(',').map(Number)
const often = { looks: 100, rounds: 3 }
/** A search opens fifty concerns: it is asked for less often. */
const searches = 20

/** What a designated person looks at who reads every concern there is, few or many, with their key unlocked. */
export const measure = (): Promise<Report> => withLanyard(grown)

async function grown(lanyard: Lanyard): Promise<Report> {
  const front = { url: lanyard.url, fetch: (request: Request) => fetch(request, { redirect: 'manual' }) }
  await takeConcernsAt(lanyard.ownerUrl, lanyard.secrets)
  const ellen = await signedIn(front, 'ellen')
  await makesKey(ellen)
  await tellOne(new Person(front))
  const all: Times[] = []
  for (const size of sizes) {
    const from = performance.now()
    await asOwner(lanyard.ownerUrl, owner => fill(owner, size))
    console.log(`${named(size)} concerns were made in ${((performance.now() - from) / 1000).toFixed(0)} s.`)
    const looks = await looksOf(lanyard.ownerUrl)
    // Each is opened with a reason once; from then on it is open to them for the day.
    for (let number = 0; number < 20; number++) {
      const opened = looks.find(({ what }) => what === 'a concern')?.path(number)
      await ellen.post(`${opened}/open`, { reason: 'work', words: '', key: randomUUID() })
    }
    all.push(await timesOf(looks, { ellen }, often))
  }
  return {
    figures: grownFigures(sizes, all),
    notes: [
      ...grownNotes(sizes, all),
      `each figure is the middle of ${often.rounds} rounds of the time within which 99 of ${often.looks} pages came, over HTTP with the sign-in looked up and what is sealed opened. A search is asked for ${searches} times in a round. One child is linked to 20 concerns at either size.`,
    ],
  }
}

async function tellOne(somebody: Person): Promise<void> {
  const answer = await somebody.post('/tell/riverside-youth/words', {
    words: 'He gives two of the girls lifts home after training on Thursdays, and asked one for her number.',
    about: 'worker',
    what_conduct: 'yes',
    asked: 'yes',
    code: newCode(),
  })
  if (answer.status !== 303) throw new Error(`telling was answered with ${answer.status}`)
}

async function looksOf(ownerUrl: string): Promise<readonly Look<'ellen'>[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ id: string; reported_at: Date }>(
    `select id, reported_at from (select id, reported_at, row_number() over (order by reported_at) as at, count(*) over () as all from concern) c
     where at % (c.all / 20) = 0 order by reported_at`,
  )
  await client.end()
  const middle = rows[10]
  const older = new URLSearchParams({ at: middle?.reported_at.toISOString() ?? '', id: middle?.id ?? '' })
  const one = (path: string) => () => path
  return [
    { what: 'the list', who: 'ellen', path: one('/concerns') },
    { what: 'the list, half-way down', who: 'ellen', path: one(`/concerns?${older}`) },
    { what: 'a concern', who: 'ellen', path: number => `/concerns/${rows[number % 20]?.id}` },
    { what: 'a child’s chronology', who: 'ellen', path: one(`/concerns/children/${cast.jamie.id}`) },
    {
      what: 'a search',
      who: 'ellen',
      path: one('/concerns/search'),
      sent: { find: 'lifts thursdays' },
      looks: searches,
    },
    {
      what: 'a search for what is nowhere',
      who: 'ellen',
      path: one('/concerns/search'),
      sent: { find: 'kayak' },
      looks: searches,
    },
    { what: 'small worries about adults', who: 'ellen', path: one('/concerns/low-level') },
    { what: 'what was kept long enough', who: 'ellen', path: one('/concerns/due') },
  ]
}
