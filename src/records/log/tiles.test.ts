import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyNeeds,
  consistencyProof,
  type Hash,
  type HashAt,
  inclusionNeeds,
  inclusionProof,
  leafHash,
  rootNeeds,
  rootOf,
  type Subtree,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'
import {
  type Edge,
  edgeAt,
  edgeRoot,
  emptyEdge,
  grow,
  hashesOf,
  parseTilePath,
  partialTiles,
  tilePath,
  tileRoot,
  tilesFor,
  tileWidth,
} from './tiles.ts'

const most = 70_000
const leaves = Array.from({ length: most }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
const { edge, full } = grow(emptyEdge, leaves)
const store = new Map(full.map(tile => [`${tile.level}/${tile.n}`, tile.hashes]))

/** The hashes of a tile in a smaller tree, cut out of the whole one's. */
function tileIn(size: number, level: number, n: number): Uint8Array | undefined {
  const width = tileWidth(level, n, size)
  const hashes = store.get(`${level}/${n}`) ?? Buffer.concat(edge.partial[level] ?? [])
  return width === 0 ? undefined : hashes.subarray(0, width * 32)
}
const leafSlice = (size: number) => leaves.slice(0, size)
const edgeOf = (size: number): Edge =>
  edgeAt(size, ({ level, n }) => tileIn(size, level, n) ?? new Uint8Array())

/** Reads hashes out of these tiles only: what a client that fetched just them can do. */
function fetched(subtrees: readonly Subtree[], size: number): HashAt {
  const tiles = new Map(tilesFor(subtrees, size).map(tile => [`${tile.level}/${tile.n}`, tile]))
  return hashesOf((level, n) => {
    const tile = tiles.get(`${level}/${n}`)
    const hashes = tileIn(size, level, n)
    if (tile && hashes) expect(hashes.length).toBe(tile.width * 32)
    return tile && hashes
  })
}

describe('tile addresses', () => {
  // C2SP tlog-tiles gives 1234067; golang/mod sumdb/tlog gives its partial tile (there with the tile height in the path).
  it.each([
    ['tile/4/x001/x234/067', { level: 4, n: 1234067, width: 256 }],
    ['tile/4/x001/x234/067.p/1', { level: 4, n: 1234067, width: 1 }],
    ['tile/0/000', { level: 0, n: 0, width: 256 }],
    ['tile/63/999.p/255', { level: 63, n: 999, width: 255 }],
    ['tile/1/x001/000', { level: 1, n: 1000, width: 256 }],
  ])('%s', (path, tile) => {
    expect(parseTilePath(path)).toEqual(tile)
    expect(tilePath(tile)).toBe(path)
  })

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/entries/000',
    'tile/data/000',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/8/0/000',
    '',
  ])('refuses %j', path => {
    expect(parseTilePath(path)).toBeUndefined()
  })

  it('every tile has one address, and every other text is refused', () => {
    const tile = fc.record({ level: fc.nat(63), n: fc.nat(2 ** 50), width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(tile, t => {
        expect(parseTilePath(tilePath(t))).toEqual(t)
      }),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        const parsed = parseTilePath(`tile/${text}`)
        if (parsed) expect(tilePath(parsed)).toBe(`tile/${text}`)
      }),
    )
  })
})

describe('the tiles of a tree', () => {
  it('of 70,000 leaves are those of the C2SP example', () => {
    expect(full.filter(tile => tile.level === 0)).toHaveLength(273)
    expect(full.filter(tile => tile.level === 1)).toHaveLength(1)
    expect(full).toHaveLength(274)
    expect(partialTiles(70_000).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
    expect(partialTiles(256).map(tilePath)).toEqual(['tile/1/000.p/1'])
    expect(partialTiles(0)).toEqual([])
    expect([tileWidth(0, 272, most), tileWidth(0, 273, most), tileWidth(0, 274, most)]).toEqual([256, 112, 0])
  })

  it('each full tile carries the hash that stands one level up', () => {
    for (const { level, n, hashes, root } of full) {
      expect(hashes).toHaveLength(8192)
      expect(tileRoot(hashes)).toEqual(root)
      const above = tileIn(most, level + 1, Math.floor(n / 256)) ?? new Uint8Array()
      expect(Buffer.from(above.subarray((n % 256) * 32, (n % 256) * 32 + 32))).toEqual(Buffer.from(root))
    }
    const first = full[0]?.root as Hash
    expect(first).toEqual(rootOf(leafSlice(256)))
  })

  it('are the same however the leaves came in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(700), { maxLength: 8 }), batches => {
        let now = emptyEdge
        const made: string[] = []
        for (const count of batches) {
          const grown = grow(now, leaves.slice(now.size, now.size + count))
          now = grown.edge
          made.push(...grown.full.map(tile => `${tile.level}/${tile.n}`))
          expect(edgeRoot(now)).toEqual(rootOf(leafSlice(now.size)))
          expect(edgeOf(now.size)).toEqual(now)
        }
        const once = grow(emptyEdge, leafSlice(now.size)).full
        expect(made).toEqual(once.map(tile => `${tile.level}/${tile.n}`))
      }),
      { numRuns: 30 },
    )
  })

  it('growing leaves the old edge as it was', () => {
    const before = grow(emptyEdge, leafSlice(255)).edge
    const root = edgeRoot(before)
    grow(before, leaves.slice(255, 300))
    expect([before.size, edgeRoot(before)]).toEqual([255, root])
  })

  it('give the same proofs and roots as the tree, and need no tile but those named', () => {
    const sizes = fc.oneof(
      fc.integer({ min: 1, max: most }),
      fc.constantFrom(255, 256, 257, 65_535, 65_536, 65_537),
    )
    const place = sizes.chain(size => fc.tuple(fc.nat(size - 1), fc.constant(size)))
    fc.assert(
      fc.property(place, ([index, size]) => {
        const root = edgeRoot(edgeOf(size))
        const proof = inclusionProof(index, size, fetched(inclusionNeeds(index, size), size))
        expect(verifyInclusion(leaves[index] as Hash, index, size, proof, root)).toBe(true)
        const steps = consistencyProof(index, size, fetched(consistencyNeeds(index, size), size))
        expect(verifyConsistency(index, edgeRoot(edgeOf(index)), size, root, steps)).toBe(true)
        const peaks = fetched(rootNeeds(size), size)
        expect(rootNeeds(size).map(({ level, index: i }) => peaks(level, i)).length).toBeLessThan(20)
      }),
      { numRuns: 200 },
    )
  })

  it('a missing or short tile is a RangeError, not a wrong proof', () => {
    expect(() =>
      inclusionProof(
        3,
        300,
        hashesOf(() => undefined),
      ),
    ).toThrow(RangeError)
    expect(() =>
      inclusionProof(
        3,
        300,
        hashesOf(() => new Uint8Array(32)),
      ),
    ).toThrow(RangeError)
    expect(() => edgeAt(3, () => new Uint8Array(64))).toThrow(RangeError)
    expect(() => tileRoot(new Uint8Array(32))).toThrow(RangeError)
  })
})
