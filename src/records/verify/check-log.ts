import { parseCheckpoint } from '../log/checkpoint.ts'
import { cosignatureVerifier } from '../log/cosignature.ts'
import { Frontier, type Hash, leafHash, sameHash } from '../log/merkle.ts'
import { noteVerifier, openNote } from '../log/note.ts'
import { type Edge, emptyEdge, grow } from '../log/tiles.ts'
import { type EntryRow, whatIsWrong } from './check-entry.ts'
import type { Checking } from './checking.ts'

const batch = 4000

interface Row extends EntryRow {
  readonly position: number
  readonly hash: Buffer
}

interface CheckpointRow {
  readonly size: number
  readonly root: Buffer
  readonly note: string
  readonly lines: string[] | null
}

/** What the log was found to be: how many entries, how many erased, and its root at each size that was asked for. */
export interface Log {
  readonly entries: number
  readonly erased: number
  readonly rootAt: (size: number) => Hash | undefined
}

/** Goes through an agency's log from the first entry to the last, and rebuilds everything that was built from it. */
export async function checkLog(checking: Checking): Promise<Log> {
  const { client, id, problem } = checking
  const { rows: checkpoints } = await client.query<CheckpointRow>(
    `select c.size, c.root, c.note, (select array_agg(s.line) from cosignature s
       where s.agency_id = c.agency_id and s.size = c.size) as lines
     from checkpoint c where c.agency_id = $1 order by c.size`,
    [id],
  )
  const frontier = new Frontier()
  const roots = new Map<number, Hash>([[0, frontier.root()]])
  const wanted = new Set(checkpoints.map(({ size }) => Number(size)))
  let edge = emptyEdge
  let broken = false
  const missing: Row[] = []
  for (let next = 0; !broken; next += batch) {
    const rows = await readBatch(checking, next)
    for (const row of rows) {
      if (Number(row.position) !== frontier.size) {
        problem({
          position: frontier.size,
          what: `entry ${frontier.size + 1} is not in the log; the next that is has number ${Number(row.position) + 1}`,
        })
        broken = true
        break
      }
      const hash = leafHash(Buffer.from(row.leaf ?? ''))
      const wrong =
        row.leaf === null
          ? 'it is gone'
          : (whatIsWrong(row) ??
            (sameHash(hash, row.hash) ? undefined : 'its leaf is not the one that was put in the log'))
      if (wrong)
        problem({ position: frontier.size, entryId: row.id, what: `entry ${frontier.size + 1}: ${wrong}` })
      if (row.leaf !== null && row.content === null) missing.push(row)
      frontier.append(hash)
      if (wanted.has(frontier.size)) roots.set(frontier.size, frontier.root())
    }
    edge = await checkTiles(checking, edge, rows)
    if (rows.length < batch) break
  }
  await checkErased(checking, missing)
  checkCheckpoints(checking, checkpoints, roots, frontier.size)
  return { entries: frontier.size, erased: missing.length, rootAt: size => roots.get(size) }
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

/** The tiles that these leaves fill must be the ones that are kept. */
async function checkTiles(
  { client, id, problem }: Checking,
  edge: Edge,
  rows: readonly Row[],
): Promise<Edge> {
  const grown = grow(
    edge,
    rows.map(row => row.hash),
  )
  for (const { level, n, hashes, root } of grown.full) {
    const kept = await client.query<{ hashes: Buffer; root: Buffer }>(
      'select hashes, root from tile where agency_id = $1 and level = $2 and n = $3',
      [id, level, n],
    )
    const tile = kept.rows[0]
    if (!tile || !sameHash(tile.hashes, hashes) || !sameHash(tile.root, root)) {
      problem({
        position: n * 256 ** (level + 1),
        what: `the tile ${level}/${n} is not what its entries give`,
      })
    }
  }
  return grown.edge
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
      position: Number(quiet.position),
      entryId: quiet.id,
      what: `entry ${Number(quiet.position) + 1}: its content is gone, and no entry says that it was erased`,
    })
  }
}

function checkCheckpoints(
  checking: Checking,
  checkpoints: readonly CheckpointRow[],
  roots: ReadonlyMap<number, Hash>,
  size: number,
): void {
  const { keys, slug, boardSlug, problem } = checking
  const log = noteVerifier(keys.log(slug).vkey)
  const board = cosignatureVerifier(keys.witness(boardSlug).vkey)
  for (const checkpoint of checkpoints) {
    const position = Number(checkpoint.size)
    const wrong = whatIsWrongWith(checkpoint, roots.get(position))
    if (wrong) {
      problem({ position, what: `the checkpoint over ${position} entries: ${wrong}` })
      return
    }
  }
  const newest = Number(checkpoints.at(-1)?.size ?? 0)
  if (newest !== size)
    problem({
      position: Math.min(newest, size),
      what: `the newest checkpoint is over ${newest} entries, and the log has ${size}`,
    })

  function whatIsWrongWith(
    { note, root, size: rowSize, lines }: CheckpointRow,
    rebuilt: Hash | undefined,
  ): string | undefined {
    try {
      const said = parseCheckpoint(openNote(note, [log]).text)
      if (said.size !== Number(rowSize) || !sameHash(said.root, root))
        return 'what is signed is not what is kept beside it'
      if (!rebuilt || !sameHash(said.root, rebuilt)) return 'its root is not what its entries give'
      if (lines) openNote(`${note}${lines.join('').replace(/\n*$/, '\n')}`, [board])
      return undefined
    } catch (error) {
      return `its signature is not right (${(error as Error).message})`
    }
  }
}
