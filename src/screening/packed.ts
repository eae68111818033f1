import type { Compact, Compiled } from './tables.ts'

const makers = { Uint8Array, Uint16Array, Uint32Array } as const
type Kind = keyof typeof makers
interface Header {
  readonly facts: Omit<Compiled, 'compact'>
  /** Each list by its name, in the order they stand: what it is of, and how many. */
  readonly lists: readonly (readonly [string, Kind, number])[]
}

const rounded = (bytes: number) => Math.ceil(bytes / 4) * 4

/** All of it as text: a header in JSON, a space, and the lists in base64, each from a place that four divides. */
export function packed({ compact, ...facts }: Compiled): string {
  const all = Object.entries(compact) as [string, Compact[keyof Compact]][]
  const header: Header = {
    facts,
    lists: all.map(([name, list]) => [name, list.constructor.name as Kind, list.length]),
  }
  const bytes = Buffer.alloc(all.reduce((sum, [, list]) => sum + rounded(list.byteLength), 0))
  let at = 0
  for (const [, list] of all) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at)
    at += rounded(list.byteLength)
  }
  return `${JSON.stringify(header)}\n${bytes.toString('base64')}`
}

/** What `packed` made of it. */
export function unpacked(text: string): Compiled {
  const end = text.indexOf('\n')
  // What was written is what was packed: the build that wrote it is the one that reads it.
  const header = JSON.parse(text.slice(0, end)) as Header
  const bytes = new Uint8Array(Buffer.from(text.slice(end + 1), 'base64'))
  let at = 0
  const lists: Record<string, Compact[keyof Compact]> = {}
  for (const [name, kind, count] of header.lists) {
    const list = new makers[kind](bytes.buffer, at, count)
    lists[name] = list
    at += rounded(list.byteLength)
  }
  return { ...header.facts, compact: lists as unknown as Compact }
}
