import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { locatorOf, newCode } from '../../../src/concerns/code.ts'
import { loadSecrets } from '../../../src/kit/secrets.ts'
import { makesKey } from '../../setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../setup/person.ts'
import { frontOf, newPlace, type Place, postgresOf, removePlace, startServer } from '../../setup/server.ts'
import { takeConcernsAt } from '../../setup/take-concerns.ts'
import { checkRecord } from '../kill/check.ts'
import { groundOf } from '../kill/rounds.ts'
import { type Base, type Deed, does, nextDeed, wrongWithDeeds } from './deeds.ts'

/** One report, and the code that whoever told it comes back by. */
interface Report {
  readonly code: ReturnType<typeof newCode>
  readonly words: string
}

/** What one round killed, and what came of it. */
export interface ConcernRound {
  readonly killed: 'server' | 'PostgreSQL and server'
  readonly told: number
  /** What was done in concerns that were there: additions, documents and decisions. */
  readonly done: number
  /** Nobody answered them: sent again after the start. */
  readonly again: number
  readonly restart: number
  readonly lost: readonly string[]
}

const lanes = 10
/** So many concerns are written in meanwhile, each by one at a time. */
const bases = 3
const shortest = 150
const longest = 1_200
const postgresEvery = 4
/** In each round so many of those that were acknowledged are opened by their code, as whoever told them does. */
const opened = 25
type Front = ReturnType<typeof frontOf>

/** Tells it. Whether it was acknowledged; undefined where no answer came, or a page of trouble. */
async function tell(front: Front, { code, words }: Report): Promise<boolean> {
  const answer = await new Person(front)
    .post('/tell/riverside-youth/words', { code, words, about: 'worker', what_conduct: 'yes' })
    .catch(() => undefined)
  await answer?.arrayBuffer().catch(() => {})
  return answer?.status === 303
}

/**
 * Starts Lanyard on a data folder of its own, and as often as is asked: tells of concerns at many at once and writes in some, kills
 * it at no moment of its choosing, starts it again, sends again what was not answered, and checks all that was acknowledged so far.
 */
export async function concernRounds(
  kills: number,
  say: (round: ConcernRound, number: number) => void,
): Promise<ConcernRound[]> {
  const place = await newPlace()
  const front = frontOf(place.url)
  let server = await startServer(place)
  try {
    await takeConcernsAt(
      (await postgresOf(place)).ownerUrl,
      await loadSecrets(join(place.folder, 'secrets.json')),
    )
    const ellen = await signedIn(front, 'ellen')
    for (const who of [ellen, await signedIn(front, 'farid')]) await makesKey(who)
    const all: Report[] = []
    const rounds: ConcernRound[] = []
    for (let number = 1; number <= kills; number++) {
      const [told, unanswered]: [Report[], Report[]] = [[], []]
      const [done, undone]: [Deed[], Deed[]] = [[], []]
      const writtenIn = await toldBefore(place, front)
      let over = false
      const writing = writtenIn.map(async base => {
        for (let at = 0; !over; at++) {
          const deed = nextDeed(base, at)
          ;((await does(front, ellen, deed)) ? done : undone).push(deed)
        }
      })
      const telling = Array.from({ length: lanes }, async () => {
        while (!over) {
          const code = newCode()
          const report = { code, words: `Told with ${code.slice(0, 6)}, and nothing else.` }
          ;((await tell(front, report)) ? told : unanswered).push(report)
        }
      })
      await wait(shortest + Math.random() * (longest - shortest))
      const killed = number % postgresEvery === 2 ? 'PostgreSQL and server' : 'server'
      if (killed !== 'server') process.kill((await postgresOf(place)).pid, 'SIGKILL')
      await server.kill()
      over = true
      await Promise.all([...telling, ...writing])
      server = await startServer(place)
      const lost: string[] = []
      for (const report of unanswered)
        if (await tell(front, report)) told.push(report)
        else lost.push('a report was not taken after the start')
      for (const deed of undone)
        if (await does(front, ellen, deed)) done.push(deed)
        else lost.push(`something (${deed.kind}) was not taken after the start`)
      for (const base of writtenIn) lost.push(...(await wrongWithDeeds(front, ellen, base, done)))
      all.push(...told)
      lost.push(...(await wrongWith(place, all, number * bases)), ...(await cannotOpen(front, told)))
      lost.push(...(await checkRecord(await groundOf(place))))
      const round = {
        killed,
        told: told.length,
        done: done.length,
        again: unanswered.length + undone.length,
        restart: server.took,
        lost,
      } as const
      rounds.push(round)
      say(round, number)
    }
    return rounds
  } finally {
    await server.stop()
    await removePlace(place)
  }
}

/** Some that are told before the load begins, with their ids. */
async function toldBefore(place: Place, front: Front): Promise<readonly Base[]> {
  const client = new pg.Client({ connectionString: (await postgresOf(place)).ownerUrl })
  await client.connect()
  const found: Base[] = []
  for (let at = 0; at < bases; at++) {
    const code = newCode()
    if (!(await tell(front, { code, words: 'Told before.' }))) throw new Error('nothing is taken')
    const { rows } = await client.query('select id from concern where locator = $1', [locatorOf(code)])
    found.push({ id: rows[0]?.id, code })
  }
  await client.end()
  return found
}

/** Every one of them is there exactly once, and owed a look; and with what was told before the load, nothing else is. */
async function wrongWith(place: Place, all: readonly Report[], before: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: (await postgresOf(place)).ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ locator: string; count: number }>(
    `select encode(c.locator, 'hex') as locator, count(distinct c.id)::int as count from concern c
      join duty d on d.agency_id = c.agency_id and d.about_id = c.id join entry e on e.agency_id = c.agency_id and e.id = c.entry_id
      group by c.locator`,
  )
  const { rows: there } = await client.query<{ count: number }>('select count(*)::int as count from concern')
  await client.end()
  const more = (there[0]?.count ?? 0) - all.length - before
  const counts = new Map(rows.map(row => [row.locator, row.count]))
  const missing = all.flatMap(({ code }) => {
    const count = counts.get(Buffer.from(locatorOf(code)).toString('hex')) ?? 0
    return count === 1 ? [] : [`a report is there ${count} times`]
  })
  return more === 0 ? missing : [...missing, `${more} more reports are there than were told`]
}

/** Some of them, by their code: what was told stands there. */
async function cannotOpen(front: Front, told: readonly Report[]): Promise<string[]> {
  const lost: string[] = []
  for (const { code, words } of told.slice(-opened)) {
    const person = new Person(front)
    await person.post('/told', { code })
    if (!wordsOf(await (await person.get('/told')).text()).includes(words))
      lost.push('a report does not open with its code')
  }
  return lost
}
