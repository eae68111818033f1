import { basename } from 'node:path'
import type pg from 'pg'
import { openConnection } from '../../kit/db/index.ts'
import type { AgencyId } from '../actor.ts'
import type { Evidence } from '../evidence.ts'
import { headFile, type KeptHead, readHead } from '../keep/heads.ts'
import type { LogKeys } from '../keep/log-keys.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkHead, headsOfNobody } from './check-head.ts'
import { checkLog } from './check-log.ts'
import { checkUnsequenced } from './check-unsequenced.ts'
import type { Checking, Problem } from './checking.ts'

export type { Problem } from './checking.ts'

export interface Verified {
  readonly agencies: readonly {
    readonly slug: string
    readonly entries: number
    readonly waiting: number
    readonly erased: number
    /** The size up to which the log's witness has cosigned it. */
    readonly witnessed: number
  }[]
  /** What does not hold, by agency and within an agency by the entry's place in its log. Empty: everything holds. */
  readonly problems: readonly Problem[]
}

/**
 * Rebuilds every log from rows and files, and compares: leaves, contents, positions, tiles, checkpoints, cosignatures, the
 * heads that witnesses keep outside the database, and the rows that entries speak of. Reads only, in one snapshot, so that
 * people may be at work meanwhile; needs the owner's rights. Entries are read a few thousand at a time.
 */
export async function verifyRecord(about: {
  readonly ownerUrl: string
  readonly keys: LogKeys
  readonly heads: string
  readonly evidence: readonly Evidence[]
}): Promise<Verified> {
  const client = await openConnection(about.ownerUrl, 'lanyard verify')
  try {
    return await verifyOn(client, about)
  } finally {
    await client.end()
  }
}

const headGone = 'the log was witnessed, and the witness’s head outside the database is gone'

async function verifyOn(
  client: pg.ClientBase,
  { keys, heads, evidence }: { keys: LogKeys; heads: string; evidence: readonly Evidence[] },
): Promise<Verified> {
  const found = await client.query<{ id: AgencyId; slug: string; board_slug: string | null; seen: boolean }>(
    `select a.id, a.slug, b.slug as board_slug, exists (select from cosignature s where s.agency_id = a.id) as seen
     from agency a left join agency b on b.id = a.board_id order by a.slug`,
  )
  const logs = found.rows.map(({ id, slug, board_slug }) => ({ id, slug, boardSlug: board_slug ?? slug }))
  // A head is on disk before its cosignature is in the database, so those of logs that were cosigned are looked for after
  // that was asked. All are read before the snapshot is taken: a witness only ever saw what was committed before.
  const kept = new Map<string, KeptHead | Error | undefined>()
  for (const [at, { slug, boardSlug }] of logs.entries()) {
    const head = await readHead(headFile(heads, boardSlug, slug)).catch((error: Error) => error)
    kept.set(slug, head ?? (found.rows[at]?.seen ? new Error(headGone) : undefined))
  }
  const known = new Set(logs.map(({ slug, boardSlug }) => headFile(heads, boardSlug, slug)))
  const problems: Problem[] = (await headsOfNobody(heads, known)).map(name => ({
    agency: basename(name, '.json'),
    what: `its witness keeps a head of it in ${name}, and no such log is in the database`,
  }))
  await client.query('begin isolation level repeatable read read only')
  const agencies: Verified['agencies'][number][] = []
  for (const log of logs) {
    const checked = await checkAgency({ client, keys, ...log }, kept.get(log.slug), evidence)
    agencies.push(checked.agency)
    problems.push(...checked.problems)
  }
  return { agencies, problems }
}

async function checkAgency(
  log: Omit<Checking, 'problem'>,
  kept: KeptHead | Error | undefined,
  evidence: readonly Evidence[],
): Promise<{ agency: Verified['agencies'][number]; problems: Problem[] }> {
  const { slug } = log
  const problems: Problem[] = []
  const checking = {
    ...log,
    problem: (one: Omit<Problem, 'agency'>) => void problems.push({ agency: slug, ...one }),
  }
  const found = await checkLog(checking)
  const waiting = await checkUnsequenced(checking)
  checkHead(checking, kept, found)
  await checkEvidence(checking, evidence)
  const { entries, erased, witnessed } = found
  const last = Number.POSITIVE_INFINITY
  problems.sort((a, b) => (a.position ?? last) - (b.position ?? last) || 0)
  return { agency: { slug, entries, waiting, erased, witnessed }, problems }
}
