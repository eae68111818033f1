import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { bringUpToDate } from '../../src/database.ts'
import { actorOf, cast, loadDemo } from '../../src/demo/index.ts'
import { machineClock } from '../../src/kit/clock.ts'
import { openPool } from '../../src/kit/db/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { openConversation } from '../../src/messages/index.ts'
import { write } from '../../src/records/index.ts'
import type { Lanyard } from '../setup/lanyard.ts'

/** The rows that one message is: itself, its entry, and the entry's place in the queue to the log; its place in the log comes after. */
export interface Rows {
  readonly agency_id: string
  readonly conversation_id: string
  readonly author_id: string
  readonly body: string
  readonly event: string
  readonly leaf: string
  readonly salt: Buffer
  readonly content: string
}

/** The rows of the newest message that Lanyard stored. */
export async function newestRows(ownerUrl: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<Rows>(
    `select m.agency_id, m.conversation_id, m.author_id, m.body, e.event, e.leaf, e.salt, e.content
     from message m join entry e on e.agency_id = m.agency_id and e.id = m.entry_id order by m.id desc limit 1`,
  )
  await client.end()
  if (!rows[0]) throw new Error('no message was stored')
  return rows[0]
}

/**
 * A second database on the same server, with the same tables, people and conversations with a child. It is another
 * database so that the sequencer leaves its rows alone.
 */
export async function openStraight(
  { ownerUrl, secrets }: Lanyard,
  count: number,
): Promise<{ url: string; conversations: readonly string[] }> {
  const admin = new pg.Client({ connectionString: ownerUrl })
  await admin.connect()
  await admin.query('create database straight')
  await admin.end()
  const url = new URL(ownerUrl)
  url.pathname = '/straight'
  await bringUpToDate(url.href, secrets.databaseApp)
  await loadDemo(url.href)
  const pool = openPool(url.href, 1)
  const ground = { pool, clock: machineClock, announce: () => {} }
  const conversations: string[] = []
  for (let number = 0; number < count; number++) {
    const child = { personId: cast.jamie.id, part: 'child' as const }
    const opening = { subject: `Thursday ${number}`, with: [child] }
    const id = await write(ground, actorOf('amira'), w => openConversation(w, opening))
    if (typeof id !== 'string') throw new Error('a conversation could not be opened')
    conversations.push(id)
  }
  await pool.end()
  return { url: url.href, conversations }
}

/** As often as Lanyard's sequencer comes round while many write, in milliseconds. */
const everySo = 350
const hash = Buffer.alloc(32)

/**
 * Moves what waits in the queue into the log's rows for as long as it is not ended, as Lanyard does meanwhile: the rows alone. Nothing
 * is hashed or signed, and no tile is kept.
 */
export async function openSequencer(url: string, agency: string): Promise<{ end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(position), -1)::int + 1 as next from entry_sequenced where agency_id = $1',
    [agency],
  )
  let next = rows[0]?.next ?? 0
  const move = async () => {
    const { rowCount } = await client.query({
      name: 'move',
      text: `with gone as (delete from entry_pending where agency_id = $1 returning entry_id)
        insert into entry_sequenced (agency_id, position, entry_id, hash)
        select $1, $2::bigint + row_number() over (order by entry_id) - 1, entry_id, $3 from gone`,
      values: [agency, next, hash],
    })
    next += rowCount ?? 0
  }
  const ending = new AbortController()
  const ended = (async () => {
    while (!ending.signal.aborted) {
      await move()
      await wait(everySo, undefined, { signal: ending.signal }).catch(() => {})
    }
  })()
  return {
    async end() {
      ending.abort()
      await ended
      await client.end()
    },
  }
}

const statements = {
  begin: 'begin',
  entry: `insert into entry (agency_id, id, at, event, person_id, about_id, leaf, salt, content)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  pending: 'insert into entry_pending (agency_id, entry_id) values ($1, $2)',
  message: `insert into message (agency_id, id, conversation_id, author_id, body, sent_at, draft_key, entry_id, number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  notify: 'select pg_notify($1, $2)',
  commit: 'commit',
} as const

/** What each statement of one message is given, in their order. */
function valuesOf(
  rows: Rows,
  number: number,
): readonly (readonly [name: keyof typeof statements, values: unknown[]])[] {
  const now = new Date()
  const [id, entryId] = [newId(), newId()]
  const { agency_id: agency, author_id: author, conversation_id: conversation } = rows
  return [
    ['begin', []],
    ['entry', [agency, entryId, now, rows.event, author, id, rows.leaf, rows.salt, rows.content]],
    ['pending', [agency, entryId]],
    ['message', [agency, id, conversation, author, rows.body, now, newId(), entryId, number]],
    ['commit', []],
  ]
}

/**
 * A connection, as the owner whom no row-level security holds up, that stores a message's rows in one transaction. Nobody else
 * writes in the conversations it is given: it numbers their messages.
 */
export async function openInserter(url: string) {
  const client = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig)
  // Whatever ends the bench says so itself.
  client.on('error', () => {})
  await client.connect()
  const numbers = new Map<string, number>()
  const next = (conversation: string): number => {
    const number = (numbers.get(conversation) ?? 0) + 1
    numbers.set(conversation, number)
    return number
  }
  const ask = (name: keyof typeof statements, values: unknown[]) =>
    values.length === 0
      ? client.query(statements[name])
      : client.query({ name, text: statements[name], values })
  return {
    /** Each statement once the one before it is answered, as programs do. */
    async inTurn(rows: Rows): Promise<void> {
      for (const [name, values] of valuesOf(rows, next(rows.conversation_id))) await ask(name, values)
    },
    /** All of them in one packet and one round trip: nothing is faster from Node.js. `told` goes to whoever listens there. */
    async atOnce(rows: Rows, told?: string): Promise<void> {
      client.connection.stream.cork()
      const values = [...valuesOf(rows, next(rows.conversation_id))]
      if (told !== undefined) values.splice(-1, 0, ['notify', [rows.conversation_id, told]])
      const all = values.map(([name, given]) => ask(name, given))
      client.connection.stream.uncork()
      await Promise.all(all)
    },
    close: () => client.end(),
  }
}
