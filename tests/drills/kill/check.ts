import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { allEvidence } from '../../../src/evidence.ts'
import { type LogKeys, verifyRecord } from '../../../src/records/index.ts'
import type { Told } from './load.ts'

export interface Ground {
  readonly ownerUrl: string
  readonly keys: LogKeys
  readonly heads: string
}

/** Says of everything people were told has been done whether it is there, once, as it was sent. */
export async function checkTold({ ownerUrl }: Ground, told: readonly Told[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const messages = await client.query<{ draft_key: string; bodies: string[] }>(
      `select draft_key, array_agg(body) as bodies from message where draft_key = any($1::uuid[]) group by draft_key`,
      [told.flatMap(one => (one.kind === 'message' ? [one.key] : []))],
    )
    const signatures = await client.query<{ signed: string; count: number }>(
      `select person_id || ' ' || version_id as signed, count(*)::int as count from signature group by 1`,
    )
    const bodies = new Map(messages.rows.map(row => [row.draft_key, row.bodies]))
    const counts = new Map(signatures.rows.map(row => [row.signed, row.count]))
    return told.flatMap(one => wrongWith(one, bodies, counts) ?? [])
  } finally {
    await client.end()
  }
}

function wrongWith(
  one: Told,
  bodies: ReadonlyMap<string, readonly string[]>,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  if (one.kind === 'signature') {
    const count = counts.get(`${one.person} ${one.version}`) ?? 0
    return count === 1 ? undefined : `the signature of ${one.person} is there ${count} times`
  }
  const found = bodies.get(one.key) ?? []
  if (found.length !== 1) return `the message ${one.key} is there ${found.length} times`
  return found[0] === one.body ? undefined : `the message ${one.key} does not say what was sent`
}

const patience = 30_000

/**
 * Says what does not hold in the record, once all of it is in the logs and cosigned: what a restart must bring about by
 * itself within half a minute, however the one before it ended. That is awaited by a cheap question, since verifying a
 * record takes longer the longer it is.
 */
export async function checkRecord({ ownerUrl, keys, heads }: Ground): Promise<string[]> {
  await untilCosigned(ownerUrl)
  const { agencies, problems } = await verifyRecord({ ownerUrl, keys, heads, evidence: allEvidence })
  const behind = agencies.filter(one => one.waiting > 0 || one.witnessed < one.entries)
  return [
    ...problems.map(({ agency, what }) => `${agency}: ${what}`),
    ...behind.map(
      one => `${one.slug}: of ${one.entries} entries ${one.witnessed} are cosigned, ${one.waiting} wait`,
    ),
  ]
}

/** Waits while an entry is not in its log or a log's newest checkpoint is not cosigned, as long as patience lasts. */
async function untilCosigned(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  for (const until = Date.now() + patience; Date.now() < until; await wait(50)) {
    const { rows } = await client.query<{ behind: boolean }>(
      `select exists (select from entry_pending) or exists (
         select from (select distinct on (agency_id) agency_id, size from checkpoint order by agency_id, size desc) newest
         where not exists (select from cosignature s where s.agency_id = newest.agency_id and s.size = newest.size)
       ) as behind`,
    )
    if (!rows[0]?.behind) break
  }
  await client.end()
}
