import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptHead } from '../keep/heads.ts'
import { sameHash } from '../log/merkle.ts'
import type { Log } from './check-log.ts'
import { type Checking, entriesFrom } from './checking.ts'

/**
 * Holds the log against the head that its witness keeps outside the database: a log rolled back, cut short, put in another
 * order or signed with another key cannot be made to fit it. An Error says that there should be a head, and what is wrong
 * with it; nothing, that the log was not witnessed yet.
 */
export function checkHead(
  { keys, slug, problem }: Checking,
  kept: KeptHead | Error | undefined,
  log: Log,
): void {
  if (kept instanceof Error) {
    problem({ what: kept.message })
    return
  }
  if (!kept) return
  if (kept.vkey !== keys.log(slug).vkey) problem({ what: 'the log’s key is not the one its witness knows' })
  if (kept.head.size > log.entries) {
    problem({
      position: log.entries,
      what: `the witness has seen ${kept.head.size} entries, and the log has ${log.entries}: entry ${log.entries + 1} is the first that is gone`,
    })
    return
  }
  const root = log.rootAt(kept.head.size)
  if (root && sameHash(root, kept.head.root)) return
  // What the witness cosigned before, and still holds, it has seen as it is now.
  const from = Math.min(log.firstWrong ?? log.witnessed, kept.head.size - 1)
  problem({
    position: from,
    what: `the first ${kept.head.size} entries are not the ones the witness saw. What was changed is in ${entriesFrom(from, kept.head.size)}, or is the witness’s own file`,
  })
}

/** The files in the witness's folder that no log of the database accounts for: `<board>/<agency>.json`. */
export async function headsOfNobody(folder: string, known: ReadonlySet<string>): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter(name => name.endsWith('.json') && !known.has(join(folder, name))).sort()
}
