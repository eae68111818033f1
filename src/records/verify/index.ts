import type pg from 'pg'
import type { AgencyId } from '../actor.ts'
import type { Evidence } from '../evidence.ts'
import type { LogKeys } from '../keep/log-keys.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkHead } from './check-head.ts'
import { checkLog } from './check-log.ts'
import { checkUnsequenced } from './check-unsequenced.ts'

/** Something that does not hold, in a sentence, and where. */
export interface Problem {
  readonly agency: string
  /** The entry's place in its log, from 0, when it has one. */
  readonly position?: number | undefined
  readonly entryId?: string | undefined
  readonly what: string
}

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

/** One agency's log while it is being verified. */
export interface Checking {
  readonly client: pg.ClientBase
  readonly id: AgencyId
  readonly slug: string
  readonly boardSlug: string
  readonly keys: LogKeys
  readonly heads: string
  readonly evidence: readonly Evidence[]
  readonly problem: (found: Omit<Problem, 'agency'>) => void
}

/**
 * Rebuilds every log from rows and files, and compares: leaves, contents, positions, tiles, checkpoints, cosignatures, the
 * heads that witnesses keep outside the database, and the rows that entries speak of. Reads only; `client` needs the
 * owner's rights, and should be in a repeatable read transaction when people are at work meanwhile. Entries are read a few
 * thousand at a time.
 */
export async function verifyRecord(about: {
  readonly client: pg.ClientBase
  readonly keys: LogKeys
  readonly heads: string
  readonly evidence: readonly Evidence[]
}): Promise<Verified> {
  const { client, keys, heads, evidence } = about
  const problems: Problem[] = []
  const agencies: { slug: string; entries: number; waiting: number; erased: number }[] = []
  const found = await client.query<{ id: AgencyId; slug: string; board_slug: string | null }>(
    'select a.id, a.slug, b.slug as board_slug from agency a left join agency b on b.id = a.board_id order by a.slug',
  )
  for (const { id, slug, board_slug } of found.rows) {
    const problem = (one: Omit<Problem, 'agency'>) => void problems.push({ agency: slug, ...one })
    const checking: Checking = {
      client,
      id,
      slug,
      boardSlug: board_slug ?? slug,
      keys,
      heads,
      evidence,
      problem,
    }
    const { entries, erased, rootAt } = await checkLog(checking)
    const waiting = await checkUnsequenced(checking)
    await checkHead(checking, rootAt)
    for (const binding of evidence) await checkEvidence(checking, binding)
    agencies.push({ slug, entries, waiting, erased })
  }
  return { agencies, problems }
}
