import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { actorOf, agencies, cast } from '../../../src/demo/index.ts'
import { allEvidence } from '../../../src/evidence.ts'
import { machineClock } from '../../../src/kit/clock.ts'
import { openPool } from '../../../src/kit/db/index.ts'
import { newId } from '../../../src/kit/ids.ts'
import { conversationToWrite, openConversation, sendMessage } from '../../../src/messages/index.ts'
import {
  type EntryId,
  type Ground,
  keepOnce,
  type LogKeys,
  logKeys,
  read,
  receiptJson,
  receiptOf,
  selectReceiptEntry,
  type Verified,
  verifyRecord,
  write,
} from '../../../src/records/index.ts'
import type { TestDatabase } from '../../setup/copies.ts'

/** A record worth rewriting, kept as templates: as it is, and as it was when an older backup was made. */
export interface DemoRecord {
  readonly now: TestDatabase
  readonly older: TestDatabase
  /** The witness's folder, as it is now. */
  readonly heads: string
  readonly keys: LogKeys
  /** Amira's receipt for her signature, as she was given it. */
  readonly receipt: string
  readonly close: () => Promise<void>
}

/** One copy of it, to rewrite. */
export interface Copy {
  readonly database: TestDatabase
  readonly heads: string
  readonly keys: LogKeys
  /** As superuser, with triggers and foreign keys off. */
  readonly client: pg.Client
  readonly verify: (keys?: LogKeys) => Promise<Verified>
  readonly close: () => Promise<void>
}

const master = Buffer.alloc(32, 7).toString('base64')
export const url = 'http://localhost:3000'
/** Keys that are not this installation's. */
export const otherKeys = logKeys(Buffer.alloc(32, 8).toString('base64'), url)

/**
 * Builds it on a copy of the demo: a long conversation, put in the log in several turns, so that there are tiles,
 * checkpoints and cosignatures to rewrite. `copy` copies a database by its name; undefined is the demo.
 */
export async function makeRecord(copy: (template?: string) => Promise<TestDatabase>): Promise<DemoRecord> {
  const heads = await mkdtemp(join(tmpdir(), 'lanyard-heads-'))
  const keys = logKeys(master, url)
  const now = await copy()
  await withGround(now, async ground => {
    await talk(ground, 'Thursday’s trip', 130, () => keep(ground, now, keys, heads))
  })
  const older = await copy(now.name)
  const receipt = await withGround(now, async ground => {
    for (const subject of ['Saturday', 'Sunday', 'Monday'])
      await talk(ground, subject, 50, () => keep(ground, now, keys, heads))
    return receiptOfAmira(ground)
  })
  const close = async () => {
    await Promise.all([now.drop(), older.drop(), rm(heads, { recursive: true, force: true })])
  }
  return { now, older, heads, keys, receipt, close }
}

export async function withGround<T>(
  database: TestDatabase,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const pool = openPool(database.appUrl, 4)
  try {
    return await work({ pool, clock: machineClock, announce: () => {} })
  } finally {
    await pool.end()
  }
}

/** Puts everything that waits into the logs and has it cosigned. Says what the witness would not cosign. */
export async function keep(
  ground: Ground,
  { appUrl }: TestDatabase,
  keys: LogKeys,
  heads: string,
): Promise<unknown[]> {
  const faults: unknown[] = []
  const keeping = { ground, url: appUrl, keys, heads, fault: (error: unknown) => void faults.push(error) }
  while (await keepOnce(keeping));
  return faults
}

/** Amira opens a conversation with Jamie and Sam, and writes so many messages; every 20, `pause` is called. */
export async function talk(
  ground: Ground,
  subject: string,
  messages: number,
  pause: () => Promise<unknown>,
): Promise<void> {
  const amira = actorOf('amira')
  const id = await write(ground, amira, w =>
    openConversation(w, {
      subject,
      with: [
        { personId: cast.jamie.id, part: 'child' },
        { personId: cast.sam.id, part: 'parent' },
      ],
    }),
  )
  if (typeof id !== 'string') throw new Error('the conversation was not opened')
  for (let n = 1; n <= messages; n++) {
    await write(ground, amira, async w => {
      const conversation = await conversationToWrite(w, id)
      if (!conversation) throw new Error('the conversation cannot be written to')
      return sendMessage(w, conversation, { body: `${subject}: message ${n}`, key: newId() })
    })
    if (n % 20 === 0) await pause()
  }
  await pause()
}

async function receiptOfAmira(ground: Ground): Promise<string> {
  const agencyId = agencies.riverside.id
  return read(ground, actorOf('amira'), async ({ db }) => {
    const { rows } = await sql<{ entry_id: EntryId }>`
      select entry_id from signature where person_id = ${cast.amira.id}`.execute(db)
    const entry = rows[0] && (await selectReceiptEntry(db, agencyId, rows[0].entry_id))
    const receipt = entry && (await receiptOf(db, agencyId, entry))
    if (!receipt) throw new Error('Amira has no receipt')
    return receiptJson(receipt)
  })
}

/** A copy of the record, now or as the older backup has it, always with the witness's files as they are now. */
export async function copyRecord(
  record: DemoRecord,
  copy: (template?: string) => Promise<TestDatabase>,
  which: 'now' | 'older' = 'now',
): Promise<Copy> {
  const database = await copy(record[which].name)
  const heads = await mkdtemp(join(tmpdir(), 'lanyard-heads-'))
  await cp(record.heads, heads, { recursive: true })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  return {
    database,
    heads,
    keys: record.keys,
    client,
    verify: (keys = record.keys) =>
      verifyRecord({ ownerUrl: database.ownerUrl, keys, heads, evidence: allEvidence }),
    async close() {
      await client.end()
      await Promise.all([database.drop(), rm(heads, { recursive: true, force: true })])
    },
  }
}
