import pg from 'pg'
import { newId } from '../../src/kit/ids.ts'
import { keepLogs, newEntryId, record, system, write } from '../../src/records/index.ts'
import { figureOf } from '../setup/figure.ts'
import { interleaved } from '../setup/measure.ts'
import { type Scratch, takeOut } from './scratch.ts'

const atOnce = 16
const seconds = 2.5
const rounds = 3
const content = { body: 'Thursday starts at half past six this week, in the big hall.' }

/** Entries recorded, put in the log and cosigned, against the same rows by SQL alone. */
export async function appends(scratch: Scratch) {
  const found = await interleaved(rounds, { ours: () => ours(scratch), sql: () => bySql(scratch) })
  return figureOf({
    what: 'entries recorded, in the log and cosigned',
    unit: 'a second',
    rounds: found,
    ours: 'ours',
    against: { name: 'sql', what: 'the same rows by SQL, a statement at a time' },
  })
}

/** Keeps `atOnce` busy for some seconds. Gives how often each was done. */
async function busy(work: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const one = async () => {
    for (; performance.now() < until; done++) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return done
}

/** One transaction each; the sequencer and the witness at work meanwhile, and waited for at the end. */
async function ours({ agency, ground, keeping, owner }: Scratch): Promise<number> {
  const from = performance.now()
  const stop = keepLogs(keeping)
  const done = await busy(() =>
    write(ground, system(agency), writer => {
      const id = newEntryId(writer)
      return record(writer, {
        event: 'bench.made',
        about: [{ kind: 'bench', id }],
        cites: ['EM-BEST-1'],
        content,
      })
    }),
  )
  while (await waits(owner)) await new Promise(resolve => setTimeout(resolve, 10))
  const rate = (done * 1000) / (performance.now() - from)
  await stop()
  return rate
}

async function waits(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ waits: boolean }>('select exists (select from entry_pending) as waits')
  return rows[0]?.waits ?? false
}

/** As the owner, whom no row-level security holds up. */
async function bySql({ agency, ground, ownerUrl, owner }: Scratch): Promise<number> {
  const { rows } = await owner.query<{ leaf: string; salt: Buffer; content: string }>(
    'select leaf, salt, content from entry where agency_id = $1 limit 1',
    [agency],
  )
  const like = rows[0] ?? { leaf: 'x'.repeat(330), salt: Buffer.alloc(32), content: JSON.stringify(content) }
  const clients = await connected(ownerUrl)
  const free = [...clients]
  const from = performance.now()
  const done = await busy(async () => {
    const client = free.pop() as pg.Client
    const id = newId()
    await client.query('begin')
    await client.query({
      name: 'entry',
      text: `insert into entry (agency_id, id, at, event, person_id, about_id, leaf, salt, content)
        values ($1, $2, $3, 'bench.straight', null, $4, $5, $6, $7)`,
      values: [agency, id, ground.clock(), id, like.leaf, like.salt, like.content],
    })
    await client.query({
      name: 'pending',
      text: 'insert into entry_pending (agency_id, entry_id) values ($1, $2)',
      values: [agency, id],
    })
    await client.query('commit')
    free.push(client)
  })
  const rate = (done * 1000) / (performance.now() - from)
  await Promise.all(clients.map(client => client.end()))
  await takeOut(owner, `event = 'bench.straight'`, [])
  return rate
}

async function connected(url: string): Promise<pg.Client[]> {
  const clients = Array.from({ length: atOnce }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map(client => client.connect()))
  return clients
}
