import pg from 'pg'
import { cast } from '../src/demo/index.ts'
import { openCrowd } from './live/crowd.ts'
import { openFloor } from './live/floor.ts'
import { openOurs } from './live/ours.ts'
import { busy, Ears, type Lane, type Paced, paced } from './live/paced.ts'
import { installProsody, startProsody } from './live/prosody.ts'
import { openProsody } from './live/xmpp.ts'
import { newestRows, openInserter, openStraight } from './messages/straight.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { type Lanyard, withLanyard } from './setup/lanyard.ts'
import { interleaved, type Round } from './setup/measure.ts'

const conversations = 200
const rate = 20
const seconds = 5
const atOnce = 16
/** Connections of the floor that insert, each with several packets under way. */
const inserting = 8
const busySeconds = 4
const rounds = 3

type Name = 'ours' | 'floor' | 'prosody'
type Figure = keyof Paced | 'rate'

/**
 * From the POST of a message to its coming by the open stream of the other side, at 200 conversations that are open on both
 * sides; against the same rows by SQL to clients that LISTEN, and against Prosody with its archive in the same PostgreSQL.
 */
export async function measure(): Promise<Report> {
  installProsody()
  return withLanyard(compare)
}

async function compare(lanyard: Lanyard): Promise<Report> {
  const ears = new Ears()
  const pairs = await openCrowd(lanyard, conversations)
  const ours = await openOurs(lanyard, pairs, ears)
  await ours.lanes[0]?.say('The first.')
  const straight = await openStraight(lanyard, conversations)
  const inserters = await Promise.all(Array.from({ length: inserting }, () => openInserter(straight.url)))
  const rows = { ...(await newestRows(lanyard.ownerUrl)), author_id: cast.amira.id }
  const floor = await openFloor(
    straight.url,
    { conversations: straight.conversations, inserters, rows },
    ears,
  )
  const prosody = await startProsody(await emptyDatabase(lanyard.ownerUrl), conversations * 2)
  const pair = await openProsody(prosody, ears)
  const lanes: Record<Name, readonly Lane[]> = { ours: ours.lanes, floor: floor.lanes, prosody: pair.lanes }

  const found = {} as Record<Figure, Round<Name>[]>
  const times: Record<Name, Paced[]> = { ours: [], floor: [], prosody: [] }
  const timed = (name: Name) => async () => {
    const one = await paced(lanes[name], ears, { rate, seconds })
    times[name].push(one)
    return one.p50
  }
  found.p50 = await interleaved<Name>(rounds, {
    ours: timed('ours'),
    floor: timed('floor'),
    prosody: timed('prosody'),
  })
  const of = (figure: keyof Paced): Round<Name>[] =>
    found.p50.map((_, at) => ({
      ours: times.ours[at + 1]?.[figure] ?? 0,
      floor: times.floor[at + 1]?.[figure] ?? 0,
      prosody: times.prosody[at + 1]?.[figure] ?? 0,
    }))
  found.p99 = of('p99')
  found.acknowledged = of('acknowledged')
  const rated = (name: Name) => () => busy(lanes[name], atOnce, busySeconds)
  found.rate = await interleaved<Name>(3, {
    ours: rated('ours'),
    floor: rated('floor'),
    prosody: rated('prosody'),
  })
  ours.close()
  pair.close()
  await floor.close()
  await Promise.all(inserters.map(inserter => inserter.close()))
  await prosody.stop()
  return { figures: figuresOf(found), notes: notesOf(prosody.version) }
}

/** For Prosody to make its table in. */
async function emptyDatabase(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create database prosody')
  await owner.end()
  const url = new URL(ownerUrl)
  url.pathname = '/prosody'
  return url.href
}

const what: Record<Figure, { readonly what: string; readonly unit: 'ms' | 'a second' }> = {
  p50: { what: `from POST to the other side, in the middle, ${rate} a second`, unit: 'ms' },
  p99: { what: `from POST to the other side, 99 of 100, ${rate} a second`, unit: 'ms' },
  acknowledged: { what: `from POST to the acknowledgement, in the middle`, unit: 'ms' },
  rate: { what: `messages acknowledged, ${atOnce} at a time, all streams open`, unit: 'a second' },
}
const peers = {
  floor: 'the same rows by SQL, one packet, NOTIFY',
  prosody: 'Prosody, archive in the same PostgreSQL',
} as const

const figuresOf = (found: Record<Figure, Round<Name>[]>) =>
  (Object.keys(what) as Figure[]).flatMap(figure =>
    (['floor', 'prosody'] as const).map(name =>
      figureOf({
        ...what[figure],
        rounds: found[figure],
        ours: 'ours',
        against: { name, what: peers[name] },
      }),
    ),
  )

const notesOf = (version: string): string[] => [
  `${conversations} conversations, each open on both sides: ${conversations * 2} streams to one server. “The other side” is the moment at which the whole event with the message, drawn as a piece of page, has come to a client by its open stream; a browser has then only to put it in its place.`,
  `Prosody ${version}, plain TCP, ${conversations * 2} people signed in; each message is stored in the archive of both sides before the server acknowledges it (XEP-0198). It screens nothing, keeps no second adult, no record and no log, and checks no session anew for each message.`,
  'the floor tells with a NOTIFY in each transaction, to 5 connections that listen to 40 channels each; 8 connections insert.',
]
