import { fromBase64, sizeFrom, toBase64 } from './base64.ts'
import { Malformed } from './malformed.ts'
import type { Hash } from './merkle.ts'

/** C2SP tlog-checkpoint: what a log says of itself at one size. */
export interface Checkpoint {
  /** The log's name: `<host>/log/<agency slug>`. */
  readonly origin: string
  /** How many leaves. */
  readonly size: number
  readonly root: Hash
  /** Further lines, opaque. Lanyard's logs write none. */
  readonly extensions: readonly string[]
}

/** The text that is signed: origin, size, root in base64, extension lines, each ending in a newline. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, String(size), toBase64(root), ...extensions].map(line => `${line}\n`).join('')
  parseCheckpoint(text)
  return text
}

/** Malformed unless it is exactly such a text. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length < 3) throw new Malformed('checkpoint', 'fewer than three lines')
  if (lines.includes('')) throw new Malformed('checkpoint', 'an empty line')
  const [origin = '', sizeLine = '', rootLine, ...extensions] = lines
  const size = sizeFrom(sizeLine)
  const root = fromBase64(rootLine, 32)
  if (size === undefined) throw new Malformed('checkpoint', 'the size is not a plain decimal number')
  if (root === undefined) throw new Malformed('checkpoint', 'the root is not 32 bytes in base64')
  return { origin, size, root, extensions }
}
