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

const patience = 10_000

/**
 * Verifies the record, once all of it is in the logs and cosigned: what a restart must bring about by itself, however the
 * one before it ended. Says what does not hold, or is not done in ten seconds.
 */
export async function checkRecord({ ownerUrl, keys, heads }: Ground): Promise<string[]> {
  for (const until = Date.now() + patience; ; await wait(100)) {
    const { agencies, problems } = await verifyRecord({ ownerUrl, keys, heads, evidence: allEvidence })
    if (problems.length > 0) return problems.map(({ agency, what }) => `${agency}: ${what}`)
    const behind = agencies.filter(one => one.waiting > 0 || one.witnessed < one.entries)
    if (behind.length === 0) return []
    if (Date.now() > until)
      return behind.map(
        one => `${one.slug}: of ${one.entries} entries ${one.witnessed} are cosigned, ${one.waiting} wait`,
      )
  }
}
