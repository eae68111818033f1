import type { KeptHead } from '../keep/heads.ts'
import { type Hash, sameHash } from '../log/merkle.ts'
import type { Checking } from './checking.ts'

/**
 * Holds the log against the head that its witness keeps outside the database: a log rolled back, cut short, put in another
 * order or signed with another key cannot be made to fit it.
 */
export async function checkHead(
  { client, id, keys, slug, problem }: Checking,
  kept: KeptHead | Error | undefined,
  rootAt: (size: number) => Hash | undefined,
): Promise<void> {
  if (kept instanceof Error) {
    problem({ what: kept.message })
    return
  }
  const { rows } = await client.query<{ size: number | null; witnessed: boolean }>(
    `select max(c.size) as size, exists (select from cosignature s where s.agency_id = $1) as witnessed
     from checkpoint c where c.agency_id = $1`,
    [id],
  )
  const size = Number(rows[0]?.size ?? 0)
  if (!kept) {
    if (rows[0]?.witnessed)
      problem({ what: `the log was witnessed, and the witness’s head outside the database is gone` })
    return
  }
  if (kept.vkey !== keys.log(slug).vkey) problem({ what: 'the log’s key is not the one its witness knows' })
  if (kept.head.size > size) {
    problem({
      position: size,
      what: `the witness has seen ${kept.head.size} entries, and the log has ${size}: entry ${size + 1} is the first that is gone`,
    })
    return
  }
  const root = rootAt(kept.head.size)
  if (!root || !sameHash(root, kept.head.root)) {
    problem({
      position: kept.head.size,
      what: `the first ${kept.head.size} entries are not the ones the witness saw`,
    })
  }
}
