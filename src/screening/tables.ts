import type { RuleId } from './rules.ts'

/**
 * What the rules come to, as tables of numbers. A set is one bit for each word of the vocabulary; a set's number is where it
 * begins in `sets`, and 0 is no set at all.
 */
export interface Tables {
  /** The automaton: see there. */
  readonly next: Uint16Array
  readonly word: Uint16Array
  readonly stem: Uint16Array
  readonly depth: Uint8Array
  /** By word, whether people write it with stars in it. */
  readonly starred: Uint8Array
  readonly sets: Uint32Array
  /** By part of a phrase: its kind with its bits, and its set. */
  readonly kinds: Uint8Array
  readonly partSets: Uint32Array
  /** By phrase: where its parts begin (and one more, where the last end), the part it is looked for at, and its row. */
  readonly parts: Uint16Array
  readonly anchors: Uint16Array
  readonly rowOf: Uint16Array
  /** By word: its list of entries, or 0. By list: where its entries begin, and one more. */
  readonly lists: Uint16Array
  readonly from: Uint32Array
  /**
   * By entry: its phrase, the sets that the words beside must be in, and the first entry after it that asks for another word
   * before.
   */
  readonly phrases: Uint16Array
  readonly before: Uint32Array
  readonly after: Uint32Array
  readonly skip: Uint32Array
  /** By row: the set of words that make it something else, and of those one of which it needs. */
  readonly unless: Uint32Array
  readonly beside: Uint32Array
}

/** What a finder needs to know of a row besides its tables. */
export interface RowFacts {
  readonly rule: RuleId
  readonly reported: boolean
  readonly negated: boolean
}

export interface Compiled {
  /** How many words there are, with none. */
  readonly size: number
  /** Words with figures in them, by their numbers. */
  readonly figured: readonly (readonly [string, number])[]
  readonly rows: readonly RowFacts[]
  readonly tables: Tables
}

const makers = { Uint8Array, Uint16Array, Uint32Array } as const
type Kind = keyof typeof makers
interface Header {
  readonly facts: Omit<Compiled, 'tables'>
  /** Each table by its name, in the order they stand: what it is of, and how many. */
  readonly tables: readonly (readonly [string, Kind, number])[]
}

const rounded = (bytes: number) => Math.ceil(bytes / 4) * 4

/** All of it as bytes: the length of a header, the header in JSON, and each table from a place that four divides. */
export function packed({ tables, ...facts }: Compiled): Uint8Array {
  const all = Object.entries(tables) as [string, Tables[keyof Tables]][]
  const header: Header = {
    facts,
    tables: all.map(([name, table]) => [name, table.constructor.name as Kind, table.length]),
  }
  const written = new TextEncoder().encode(JSON.stringify(header))
  const begins = rounded(4 + written.length)
  const bytes = new Uint8Array(all.reduce((sum, [, table]) => sum + rounded(table.byteLength), begins))
  new DataView(bytes.buffer).setUint32(0, written.length)
  bytes.set(written, 4)
  let at = begins
  for (const [, table] of all) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at)
    at += rounded(table.byteLength)
  }
  return bytes
}

/** What `packed` made of it. The tables are views of these bytes, which begin a buffer of their own. */
export function unpacked({ buffer, byteOffset }: Uint8Array<ArrayBuffer>): Compiled {
  const length = new DataView(buffer, byteOffset).getUint32(0)
  const text = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, length))
  // What was written is what was packed: the build that wrote it is the one that reads it.
  const header = JSON.parse(text) as Header
  let at = byteOffset + rounded(4 + length)
  const tables: Record<string, Tables[keyof Tables]> = {}
  for (const [name, kind, count] of header.tables) {
    const table = new makers[kind](buffer, at, count)
    tables[name] = table
    at += rounded(table.byteLength)
  }
  return { ...header.facts, tables: tables as unknown as Tables }
}
