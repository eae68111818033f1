import { sizeFrom } from './base64.ts'
import { type Hash, type HashAt, rootOf, type Subtree } from './merkle.ts'

/** C2SP tlog-tiles: a tile holds up to 256 hashes of one level; `n` counts tiles from the left of its level. */
export interface Tile {
  readonly level: number
  readonly n: number
  /** How many hashes it holds: 1 to 256. Fewer than 256 is a partial tile. */
  readonly width: number
}

/** A tile that will never change again: its 256 hashes (8,192 bytes) and the hash over them, which stands one level up. */
export interface FullTile {
  readonly level: number
  readonly n: number
  readonly hashes: Uint8Array
  readonly root: Hash
}

const fanOut = 256
const maxLevel = 63

/** `tile/<L>/<N>[.p/<W>]`, with N in groups of three digits: 1234067 is x001/x234/067. */
export function tilePath({ level, n, width }: Tile): string {
  const digits = String(n)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? []
  const place = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${place}${width === fanOut ? '' : `.p/${width}`}`
}

/** The tile an address names, or undefined unless it is exactly the one spelling tilePath gives. */
export function parseTilePath(path: string): Tile | undefined {
  const found = /^tile\/([0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path)
  if (!found) return undefined
  const [, levelText = '', place = '', widthText] = found
  const level = sizeFrom(levelText)
  const n = Number(place.replaceAll(/[x/]/g, ''))
  const width = widthText === undefined ? fanOut : sizeFrom(widthText)
  if (level === undefined || level > maxLevel || !Number.isSafeInteger(n)) return undefined
  if (width === undefined || width < 1 || width > fanOut) return undefined
  const tile = { level, n, width }
  return tilePath(tile) === path ? tile : undefined
}

/** How many hashes tile `n` of `level` holds in a tree of `size` leaves: 0 (there is none) to 256. */
export const tileWidth = (level: number, n: number, size: number): number =>
  Math.max(0, Math.min(fanOut, Math.floor(size / fanOut ** level) - n * fanOut))

/** The partial tiles at the right edge of a tree of `size` leaves, level 0 first. */
export function partialTiles(size: number): Tile[] {
  const found: Tile[] = []
  for (let level = 0, left = size; left > 0; level++, left = Math.floor(left / fanOut)) {
    const width = left % fanOut
    if (width > 0) found.push({ level, n: Math.floor(left / fanOut), width })
  }
  return found
}

/** The tiles, each once, in which these subtrees' hashes are found or computed, in a tree of `size` leaves. */
export function tilesFor(subtrees: readonly Subtree[], size: number): Tile[] {
  const found = new Map<string, Tile>()
  for (const { level, index } of subtrees) {
    const tileLevel = Math.floor(level / 8)
    const n = Math.floor((index * 2 ** (level % 8)) / fanOut)
    const tile = { level: tileLevel, n, width: tileWidth(tileLevel, n, size) }
    found.set(tilePath(tile), tile)
  }
  return [...found.values()]
}

/**
 * Reads subtrees' hashes out of tiles. `tileAt` gives a tile's hashes one after another (32 bytes each), at least as many
 * as are needed; RangeError when it gives too few.
 */
export function hashesOf(tileAt: (level: number, n: number) => Uint8Array | undefined): HashAt {
  return (level, index) => {
    const width = 2 ** (level % 8)
    const first = index * width
    const n = Math.floor(first / fanOut)
    const hashes = tileAt(Math.floor(level / 8), n)
    const from = (first - n * fanOut) * 32
    if (hashes === undefined || hashes.length < from + width * 32)
      throw new RangeError('a tile is missing or too short')
    return rootOf(splitHashes(hashes.subarray(from, from + width * 32)))
  }
}

/** The right edge of a tree as its partial tiles: all that a sequencer must know of what stands already. */
export interface Edge {
  readonly size: number
  /** By level, the hashes of its partial tile: 0 to 255 of 32 bytes. Missing levels are empty. */
  readonly partial: readonly (readonly Hash[])[]
}

export const emptyEdge: Edge = { size: 0, partial: [] }

/** The edge of a tree of `size` leaves. `tileAt` gives the hashes of each of its partial tiles (see partialTiles). */
export function edgeAt(size: number, tileAt: (tile: Tile) => Uint8Array): Edge {
  const partial: Hash[][] = []
  for (const tile of partialTiles(size)) {
    const hashes = splitHashes(tileAt(tile))
    if (hashes.length !== tile.width) throw new RangeError(`${tilePath(tile)} has ${hashes.length} hashes`)
    while (partial.length < tile.level) partial.push([])
    partial.push(hashes)
  }
  return { size, partial }
}

/** Appends leaf hashes: the new edge, and the tiles that became full, lower levels before the higher ones they fill. */
export function grow(edge: Edge, leafHashes: readonly Hash[]): { edge: Edge; full: FullTile[] } {
  const partial = edge.partial.map(hashes => [...hashes])
  const full: FullTile[] = []
  let size = edge.size
  for (const leaf of leafHashes) {
    size++
    let next: Hash | undefined = leaf
    for (let level = 0; next !== undefined; level++) {
      const row: Hash[] = partial[level] ?? []
      partial[level] = row
      row.push(next)
      next = undefined
      if (row.length < fanOut) continue
      const n = size / fanOut ** (level + 1) - 1
      next = rootOf(row)
      full.push({ level, n, hashes: Buffer.concat(row), root: next })
      partial[level] = []
    }
  }
  return { edge: { size, partial }, full }
}

/** The root of the tree whose edge this is. */
export function edgeRoot(edge: Edge): Hash {
  let right: Hash[] = []
  for (const hashes of edge.partial) {
    const row = [...hashes, ...right]
    right = row.length > 0 ? [rootOf(row)] : []
  }
  return rootOf(right)
}

/** The hash over a full tile, which stands one level up. RangeError unless it is 8,192 bytes. */
export function tileRoot(hashes: Uint8Array): Hash {
  if (hashes.length !== fanOut * 32) throw new RangeError('a full tile has 256 hashes')
  return rootOf(splitHashes(hashes))
}

function splitHashes(hashes: Uint8Array): Hash[] {
  if (hashes.length % 32 !== 0) throw new RangeError('a tile holds whole hashes')
  return Array.from({ length: hashes.length / 32 }, (_, i) => hashes.subarray(i * 32, i * 32 + 32))
}
