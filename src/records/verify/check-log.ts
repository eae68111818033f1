import { Frontier, type Hash, leafHash, sameHash } from '../log/merkle.ts'
import { emptyEdge } from '../log/tiles.ts'
import { checkCheckpoints, readCheckpoints } from './check-checkpoints.ts'
import { type EntryRow, whatIsWrong } from './check-entry.ts'
import { checkNoMoreTiles, checkTiles } from './check-tiles.ts'
import type { Checking } from './checking.ts'

const batch = 4000

interface Row extends EntryRow {
  readonly position: number
  readonly hash: Buffer
}

/** What the log was found to be. */
export interface Log {
  readonly entries: number
  readonly erased: number
  /** The size up to which its witness has cosigned it, as far as that holds. */
  readonly witnessed: number
  /** The first entry found wrong by itself. */
  readonly firstWrong: number | undefined
  /** Its root at the size of each checkpoint. */
  readonly rootAt: (size: number) => Hash | undefined
}

/** Goes through an agency's log from the first entry to the last, and rebuilds everything that was built from it. */
export async function checkLog(outside: Checking): Promise<Log> {
  let firstWrong: number | undefined
  const checking: Checking = {
    ...outside,
    problem(found) {
      firstWrong = Math.min(
        firstWrong ?? Number.POSITIVE_INFINITY,
        found.position ?? Number.POSITIVE_INFINITY,
      )
      outside.problem(found)
    },
  }
  const checkpoints = await readCheckpoints(checking)
  const frontier = new Frontier()
  const roots = new Map<number, Hash>([[0, frontier.root()]])
  const wanted = new Set(checkpoints.map(({ size }) => size))
  const missing: Row[] = []
  let edge = emptyEdge
  for (let next = 0; ; next += batch) {
    const read = await readBatch(checking, next)
    const rows = read.filter((row, at) => row.position === next + at)
    for (const row of rows) {
      const wrong = whatIsWrongWith(row)
      if (wrong)
        checking.problem({
          position: row.position,
          entryId: row.id,
          what: `entry ${row.position + 1}: ${wrong}`,
        })
      if (row.leaf !== null && row.content === null) missing.push(row)
      frontier.append(leafHash(Buffer.from(row.leaf ?? '')))
      if (wanted.has(frontier.size)) roots.set(frontier.size, frontier.root())
    }
    edge = await checkTiles(checking, edge, rows)
    if (rows.length < batch) break
  }
  await checkNoGap(checking, frontier.size)
  await checkNoMoreTiles(checking, frontier.size)
  await checkErased(checking, missing)
  const witnessed = checkCheckpoints(checking, checkpoints, { size: frontier.size, roots, firstWrong })
  return {
    entries: frontier.size,
    erased: missing.length,
    witnessed,
    firstWrong,
    rootAt: size => roots.get(size),
  }
}

function whatIsWrongWith(row: Row): string | undefined {
  if (row.leaf === null) return 'it is gone'
  const wrong = whatIsWrong(row)
  if (wrong) return wrong
  const same = sameHash(leafHash(Buffer.from(row.leaf)), row.hash)
  return same ? undefined : 'its leaf is not the one that was put in the log'
}

async function readBatch({ client, id }: Checking, from: number): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select s.position, s.entry_id as id, s.hash, e.at, e.event, e.person_id, e.about_id, e.leaf, e.salt, e.content
     from entry_sequenced s left join entry e on e.agency_id = s.agency_id and e.id = s.entry_id
     where s.agency_id = $1 and s.position >= $2 and s.position < $3 order by s.position`,
    [id, from, from + batch],
  )
  return rows
}

/** After the entries that stand one after another there must be no more. */
async function checkNoGap({ client, id, problem }: Checking, size: number): Promise<void> {
  const { rows } = await client.query<{ position: number }>(
    'select position from entry_sequenced where agency_id = $1 and position >= $2 order by position limit 1',
    [id, size],
  )
  const next = rows[0]?.position
  if (next === undefined) return
  problem({
    position: size,
    what: `entry ${size + 1} is not in the log; the next that is has number ${next + 1}`,
  })
}

/** Content may be missing only where the record says that it was erased. */
async function checkErased({ client, id, problem }: Checking, missing: readonly Row[]): Promise<void> {
  if (missing.length === 0) return
  const { rows } = await client.query<{ about_id: string }>(
    `select about_id from entry where agency_id = $1 and event = 'record.erased' and about_id = any($2::uuid[])`,
    [id, missing.map(row => row.id)],
  )
  const erased = new Set(rows.map(row => row.about_id))
  const quiet = missing.find(row => !erased.has(row.id))
  if (quiet) {
    problem({
      position: quiet.position,
      entryId: quiet.id,
      what: `entry ${quiet.position + 1}: its content is gone, and no entry says that it was erased`,
    })
  }
}
