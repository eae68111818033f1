import pg from 'pg'
import { allEvidence } from '../src/evidence.ts'
import { logKeys, verifyRecord } from '../src/records/index.ts'
import { newestRows, openInserter, openSequencer, openStraight } from './messages/straight.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { type Lanyard, withLanyard } from './setup/lanyard.ts'
import { interleaved, type Round } from './setup/measure.ts'
import { openWriting, type Send, type Writing } from './setup/people.ts'
import { familyOf, processorTime } from './setup/processes.ts'

const atOnce = 16
const seconds = 5
const rounds = 5

const names = ['ours', 'inTurn', 'inOnePacket'] as const
type Name = (typeof names)[number]

/** Messages through the front door, against the same rows, their places in the log too, put into the same PostgreSQL by SQL, as many at a time. */
export const measure = (): Promise<Report> => withLanyard(compare)

async function compare(lanyard: Lanyard): Promise<Report> {
  const writing = await openWriting(lanyard, atOnce)
  await (await writing.open())[0]?.()
  const rows = await newestRows(lanyard.ownerUrl)
  const straight = await openStraight(lanyard, atOnce)
  const inserters = await Promise.all(straight.conversations.map(() => openInserter(straight.url)))
  const inserts = (manner: 'inTurn' | 'atOnce') =>
    inserters.map(
      (inserter, at) => () =>
        inserter[manner]({ ...rows, conversation_id: straight.conversations[at] as string }),
    )
  const spent: Record<Name, number[]> = { ours: [], inTurn: [], inOnePacket: [] }
  const run = async (name: Name, senders: readonly Send[]) => {
    const { rate, processor } = await busy(
      lanyard,
      name === 'ours' ? lanyard.process.pid : process.pid,
      senders,
    )
    spent[name].push(processor)
    return rate
  }
  const floor = async (name: Name, manner: 'inTurn' | 'atOnce') => {
    const senders = await rested(lanyard, inserts(manner))
    const sequencer = await openSequencer(straight.url, rows.agency_id)
    const rate = await run(name, senders)
    await sequencer.end()
    return rate
  }
  const found = await interleaved<Name>(rounds, {
    ours: async () => run('ours', await writing.open()),
    inTurn: () => floor('inTurn', 'inTurn'),
    inOnePacket: () => floor('inOnePacket', 'atOnce'),
  })
  writing.close()
  await Promise.all(inserters.map(inserter => inserter.close()))
  return { figures: figuresOf(found, spent), notes: await nothingLost(lanyard, writing) }
}

/** Keeps every sender busy for some seconds: how many a second, and the processor time of each in µs. */
async function busy(lanyard: Lanyard, program: number | undefined, senders: readonly Send[]) {
  const spent = () => processorTime([program ?? 0, ...familyOf(lanyard.postgres)])
  let done = 0
  const before = spent()
  const from = performance.now()
  await Promise.all(
    senders.map(async send => {
      while (performance.now() < from + seconds * 1000) {
        await send()
        done++
      }
    }),
  )
  const took = performance.now() - from
  return { rate: (done * 1000) / took, processor: ((spent() - before) * 1000) / done }
}

/** Waits until the sequencer has nothing left to do, so that it does not work while others are measured. */
async function rested<T>({ ownerUrl }: Lanyard, next: T): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  for (let waiting = true; waiting; ) {
    const { rows } = await client.query<{ waiting: boolean }>(
      'select exists (select from entry_pending) as waiting',
    )
    waiting = rows[0]?.waiting ?? false
  }
  await client.end()
  return next
}

function figuresOf(found: readonly Round<Name>[], spent: Readonly<Record<Name, number[]>>) {
  const what = `messages acknowledged, ${atOnce} at a time`
  const processor = found.map(
    (_, at) => Object.fromEntries(names.map(name => [name, spent[name][at + 1]])) as Round<Name>,
  )
  return [
    figureOf({
      what,
      unit: 'a second',
      rounds: found,
      ours: 'ours',
      against: { name: 'inTurn', what: 'the same rows by SQL, a statement at a time' },
      target: { ratioAtLeast: 0.5 },
    }),
    figureOf({
      what,
      unit: 'a second',
      rounds: found,
      ours: 'ours',
      against: { name: 'inOnePacket', what: 'the same rows by SQL, all in one packet' },
    }),
    figureOf({
      what: 'processor time of a message',
      unit: 'µs',
      rounds: processor,
      ours: 'ours',
      against: { name: 'inTurn', what: 'the same rows by SQL, a statement at a time' },
    }),
  ]
}

/** Every acknowledged message must be stored, and the whole record must hold. Throws when it does not. */
async function nothingLost(lanyard: Lanyard, writing: Writing): Promise<string[]> {
  await rested(lanyard, undefined)
  const client = new pg.Client({ connectionString: lanyard.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from message')
  await client.end()
  const { problems } = await verifyRecord({
    ownerUrl: lanyard.ownerUrl,
    keys: logKeys(lanyard.secrets.master, lanyard.url),
    heads: `${lanyard.folder}/witness`,
    evidence: allEvidence,
  })
  const [stored, acknowledged] = [rows[0]?.count ?? 0, writing.acknowledged()]
  if (stored !== acknowledged)
    throw new Error(`${acknowledged} messages were acknowledged, ${stored} are stored`)
  if (problems.length > 0) throw new Error(`the record does not hold: ${problems[0]?.what}`)
  return [
    `each message came over HTTP with its own session look-up, was screened, stored with its entry and put in the log; all ${stored.toLocaleString('en-GB')} that were acknowledged are stored, and the record verifies.`,
  ]
}
