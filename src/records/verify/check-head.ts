import { headFile, readHead } from '../keep/heads.ts'
import { type Hash, sameHash } from '../log/merkle.ts'
import type { Checking } from './index.ts'

/**
 * Holds the log against the head that its witness keeps outside the database: a log rolled back, cut short, put in another
 * order or signed with another key cannot be made to fit it.
 */
export async function checkHead(
  checking: Checking,
  rootAt: (size: number) => Hash | undefined,
): Promise<void> {
  const { client, id, keys, slug, boardSlug, heads, problem } = checking
  const file = headFile(heads, boardSlug, slug)
  let kept: Awaited<ReturnType<typeof readHead>>
  try {
    kept = await readHead(file)
  } catch (error) {
    return problem({ what: (error as Error).message })
  }
  const { rows } = await client.query<{ size: number | null; witnessed: boolean }>(
    `select max(c.size) as size, exists (select from cosignature s where s.agency_id = $1) as witnessed
     from checkpoint c where c.agency_id = $1`,
    [id],
  )
  const size = Number(rows[0]?.size ?? 0)
  if (!kept) {
    if (rows[0]?.witnessed) problem({ what: `the log was witnessed, and the witness’s head ${file} is gone` })
    return
  }
  if (kept.vkey !== keys.log(slug).vkey)
    return problem({ what: 'the log’s key is not the one its witness knows' })
  if (kept.head.size > size) {
    return problem({
      position: size,
      what: `the witness has seen ${kept.head.size} entries, and the log has ${size}: entry ${size + 1} is the first that is gone`,
    })
  }
  const root = rootAt(kept.head.size)
  if (!root || !sameHash(root, kept.head.root)) {
    problem({
      position: kept.head.size,
      what: `the first ${kept.head.size} entries are not the ones the witness saw`,
    })
  }
}
