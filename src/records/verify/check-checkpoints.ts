import { parseCheckpoint } from '../log/checkpoint.ts'
import { cosignatureVerifier } from '../log/cosignature.ts'
import { type Hash, sameHash } from '../log/merkle.ts'
import { noteVerifier, openNote } from '../log/note.ts'
import { type Checking, entriesFrom } from './checking.ts'

export interface CheckpointRow {
  readonly size: number
  readonly root: Buffer
  readonly note: string
  /** Its cosignatures, each a line. */
  readonly lines: string[] | null
}

export async function readCheckpoints({ client, id }: Checking): Promise<CheckpointRow[]> {
  const { rows } = await client.query<CheckpointRow>(
    `select c.size, c.root, c.note, (select array_agg(s.line) from cosignature s
       where s.agency_id = c.agency_id and s.size = c.size) as lines
     from checkpoint c where c.agency_id = $1 order by c.size`,
    [id],
  )
  return rows
}

/** What a log was rebuilt to: its size, its root at each checkpoint's size, and the first entry found wrong by itself. */
export interface Rebuilt {
  readonly size: number
  readonly roots: ReadonlyMap<number, Hash>
  readonly firstWrong: number | undefined
}

/**
 * Every checkpoint must be signed by the log, cosigned by nobody but its witness, and be over what its entries give. Gives
 * the size up to which the log's witness has cosigned it. After the first that does not hold no more are told.
 */
export function checkCheckpoints(
  checking: Checking,
  checkpoints: readonly CheckpointRow[],
  rebuilt: Rebuilt,
): number {
  const says = whatCheckpointSays(checking)
  let held = 0
  let witnessed = 0
  for (const checkpoint of checkpoints) {
    const wrong = says(checkpoint, rebuilt.roots.get(checkpoint.size))
    if (wrong) {
      checking.problem({
        position: Math.max(Math.min(rebuilt.firstWrong ?? held, checkpoint.size), held),
        what: `the checkpoint over ${checkpoint.size} entries: ${wrong}${between(held, checkpoint.size)}`,
      })
      return witnessed
    }
    held = checkpoint.size
    if (checkpoint.lines) witnessed = held
  }
  if (held !== rebuilt.size) {
    checking.problem({
      position: Math.min(held, rebuilt.size),
      what: `the newest checkpoint is over ${held} entries, and the log has ${rebuilt.size}`,
    })
  }
  return witnessed
}

/** Where to look: the checkpoint before still held. */
const between = (held: number, size: number): string =>
  size > held ? `. What was changed is in ${entriesFrom(held, size)}, or is the checkpoint itself` : ''

/** Says what is wrong with a checkpoint, in words; undefined when it holds. */
function whatCheckpointSays({ keys, slug, boardSlug }: Checking) {
  const log = noteVerifier(keys.log(slug).vkey)
  const board = cosignatureVerifier(keys.witness(boardSlug).vkey)
  return ({ size, root, note, lines }: CheckpointRow, rebuilt: Hash | undefined): string | undefined => {
    try {
      const said = parseCheckpoint(openNote(note, [log]).text)
      if (said.origin !== keys.log(slug).name) return `it is of another log, ${said.origin}`
      if (said.size !== size || !sameHash(said.root, root))
        return 'what is signed is not what is kept beside it'
      if (!rebuilt || !sameHash(said.root, rebuilt)) return 'its root is not what its entries give'
      if (lines) openNote(`${note}${lines.map(line => `${line.trimEnd()}\n`).join('')}`, [board])
      return undefined
    } catch (error) {
      return `its signature is not right (${(error as Error).message})`
    }
  }
}
