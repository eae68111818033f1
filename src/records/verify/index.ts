import { access } from 'node:fs/promises'
import type pg from 'pg'
import { openConnection } from '../../kit/db/index.ts'
import type { AgencyId } from '../actor.ts'
import type { Evidence } from '../evidence.ts'
import { headFile, type KeptHead, readHead } from '../keep/heads.ts'
import type { LogKeys } from '../keep/log-keys.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkHead } from './check-head.ts'
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
  }[]
  /** The first of each kind of trouble in each agency, in the order in which it was met. Empty: everything holds. */
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

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

async function verifyOn(
  client: pg.ClientBase,
  { keys, heads, evidence }: { keys: LogKeys; heads: string; evidence: readonly Evidence[] },
): Promise<Verified> {
  const problems: Problem[] = []
  const agencies: { slug: string; entries: number; waiting: number; erased: number }[] = []
  const found = await client.query<{ id: AgencyId; slug: string; board_slug: string | null }>(
    'select a.id, a.slug, b.slug as board_slug from agency a left join agency b on b.id = a.board_id order by a.slug',
  )
  // Heads are read before the snapshot is taken: a witness only ever saw what was committed before.
  const kept = new Map<string, KeptHead | Error | undefined>()
  for (const { slug, board_slug } of found.rows) {
    kept.set(slug, await readHead(headFile(heads, board_slug ?? slug, slug)).catch((error: Error) => error))
  }
  await client.query('begin isolation level repeatable read read only')
  for (const { id, slug, board_slug } of found.rows) {
    const problem = (one: Omit<Problem, 'agency'>) => void problems.push({ agency: slug, ...one })
    const checking: Checking = { client, id, slug, boardSlug: board_slug ?? slug, keys, problem }
    const { entries, erased, rootAt } = await checkLog(checking)
    const waiting = await checkUnsequenced(checking)
    const head = kept.get(slug)
    // A log that was witnessed for the first time while this began has a head by now, of entries that are not in sight.
    const justNow = !head && (await exists(headFile(heads, board_slug ?? slug, slug)))
    if (!justNow) await checkHead(checking, head, rootAt)
    for (const binding of evidence) await checkEvidence(checking, binding)
    agencies.push({ slug, entries, waiting, erased })
  }
  return { agencies, problems }
}
