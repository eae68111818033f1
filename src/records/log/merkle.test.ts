import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  emptyRoot,
  Frontier,
  type Hash,
  type HashAt,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

// The Certificate Transparency test tree, as published in transparency-dev/merkle, testonly/constants.go.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const leafHashes = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
  'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
]
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [f1, f5, eb, ca] = [
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
]
const [d3, b6] = [
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
]
// transparency-dev/merkle, testdata/inclusion and testdata/consistency, happy-path.json: index, size, proof; sizes, proof.
const inclusions = [
  [0, 1, []],
  [0, 8, [leafHashes[1], f5, b6]],
  [5, 8, [leafHashes[4], ca, d3]],
  [2, 3, [f1]],
  [1, 5, [leafHashes[0], f5, leafHashes[4]]],
] as const
const consistencies = [
  [1, 1, []],
  [1, 8, [leafHashes[1], f5, b6]],
  [6, 8, [eb, ca, d3]],
  [2, 5, [f5, leafHashes[4]]],
  [6, 7, [eb, leafHashes[6], d3]],
] as const

const bytes = (hex = '') => Buffer.from(hex, 'hex')
const hex = (hash: Hash) => Buffer.from(hash).toString('hex')

/** A tree of `size` leaves and the hashes of its subtrees, computed the plain way. */
function treeOf(leaves: readonly Hash[]): HashAt {
  return (level, index) => rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
}
const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))

function flipped(hash: Hash, bit: number): Hash {
  const copy = Buffer.from(hash)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

describe('the published tree of Certificate Transparency', () => {
  const leaves = inputs.map(input => leafHash(bytes(input)))
  it('has these leaf hashes', () => {
    expect(leaves.map(hex)).toEqual(leafHashes)
    expect(hex(leafHash(Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    )
  })
  it('has these roots at every size', () => {
    expect(hex(emptyRoot)).toBe(roots[0])
    const frontier = new Frontier()
    roots.forEach((root, size) => {
      expect(hex(rootOf(leaves.slice(0, size)))).toBe(root)
      expect(hex(frontier.root())).toBe(root)
      const next = leaves[size]
      if (next) frontier.append(next)
    })
    expect(frontier.size).toBe(8)
  })
  it.each(inclusions)('has this inclusion proof of leaf %i at size %i', (index, size, proof) => {
    expect(inclusionProof(index, size, treeOf(leaves)).map(hex)).toEqual(proof)
    expect(verifyInclusion(bytes(leafHashes[index]), index, size, proof.map(bytes), bytes(roots[size]))).toBe(
      true,
    )
  })
  it.each(consistencies)('has this consistency proof from size %i to %i', (from, to, proof) => {
    expect(consistencyProof(from, to, treeOf(leaves)).map(hex)).toEqual(proof)
    expect(verifyConsistency(from, bytes(roots[from]), to, bytes(roots[to]), proof.map(bytes))).toBe(true)
  })
})

describe('proofs in every small tree', () => {
  const most = 70
  const leaves = leavesOf(most)
  const hashAt = treeOf(leaves)
  const rootAt = Array.from({ length: most + 1 }, (_, size) => rootOf(leaves.slice(0, size)))
  const root = (size: number) => rootAt[size] as Hash

  it('every leaf at every size has a proof that holds, and holds for no other place', () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, hashAt)
        const leaf = leaves[index] as Hash
        if (!verifyInclusion(leaf, index, size, proof, root(size))) expect.fail(`${index} of ${size}`)
        const other = (index + 1) % size
        if (other !== index && verifyInclusion(leaf, other, size, proof, root(size)))
          expect.fail(`${other}, ${size}`)
        if (verifyInclusion(leaf, index, size, [...proof, root(1)], root(size))) expect.fail('a longer proof')
        if (proof.length > 0 && verifyInclusion(leaf, index, size, proof.slice(1), root(size)))
          expect.fail('shorter')
      }
    }
  })

  it('every size has a proof of every smaller size, and it holds for no other pair of sizes', () => {
    for (let to = 0; to <= most; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = consistencyProof(from, to, hashAt)
        if (!verifyConsistency(from, root(from), to, root(to), proof)) expect.fail(`${from} to ${to}`)
        if (from !== to && from > 0 && verifyConsistency(from, root(from - 1), to, root(to), proof))
          expect.fail('root')
        if (verifyConsistency(from, root(from), to, root(to), [...proof, root(0)]))
          expect.fail('a longer proof')
        if (proof.length > 0 && verifyConsistency(from, root(from), to, root(to), proof.slice(1)))
          expect.fail('short')
      }
    }
  })

  it('no proof survives one flipped bit, in itself, the leaf or the root', () => {
    const place = fc
      .integer({ min: 1, max: most })
      .chain(size => fc.tuple(fc.nat(size - 1), fc.constant(size)))
    fc.assert(
      fc.property(place, fc.nat(255), fc.nat(), ([index, size], bit, which) => {
        const proof = inclusionProof(index, size, hashAt)
        const all = [leaves[index] as Hash, root(size), ...proof]
        const at = which % all.length
        const [leaf, top, ...rest] = all.map((hash, i) => (i === at ? flipped(hash, bit) : hash))
        expect(verifyInclusion(leaf as Hash, index, size, rest, top as Hash)).toBe(false)
        const steps = consistencyProof(index + 1, size, hashAt)
        const consistent = [root(index + 1), root(size), ...steps]
        const [old, now, ...bad] = consistent.map((hash, i) =>
          i === which % consistent.length ? flipped(hash, bit) : hash,
        )
        expect(verifyConsistency(index + 1, old as Hash, size, now as Hash, bad)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('a frontier gives the same root, also when taken up in the middle', () => {
    fc.assert(
      fc.property(fc.nat(most), fc.nat(most), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const frontier = Frontier.at(from, hashAt)
        expect(hex(frontier.root())).toBe(hex(root(from)))
        for (const leaf of leaves.slice(from, to)) frontier.append(leaf)
        expect([frontier.size, hex(frontier.root())]).toEqual([to, hex(root(to))])
      }),
    )
  })

  it('refuses what is malformed, and throws nothing', () => {
    const leaf = leaves[0] as Hash
    const hash = fc.oneof(fc.uint8Array({ maxLength: 33 }), fc.constant(leaf), fc.anything())
    const number = fc.oneof(fc.double(), fc.integer(), fc.anything())
    fc.assert(
      fc.property(
        number,
        number,
        hash,
        hash,
        fc.oneof(fc.array(hash), fc.anything()),
        (a, b, x, y, proof) => {
          // What comes from outside may be anything at all, whatever the types say.
          const args = [x, a, b, proof, y] as unknown as Parameters<typeof verifyInclusion>
          const more = [a, x, b, y, proof] as unknown as Parameters<typeof verifyConsistency>
          expect([true, false]).toContain(verifyInclusion(...args))
          expect([true, false]).toContain(verifyConsistency(...more))
        },
      ),
    )
    expect(verifyInclusion(leaf, 0, 1, [], leaf.subarray(1))).toBe(false)
    expect(verifyInclusion(leaf, 1, 1, [], leaf)).toBe(false)
    // A smaller tree's proof and root, given out as a larger tree's.
    expect(verifyInclusion(leaf, 0, 8, inclusionProof(0, 4, hashAt), root(4))).toBe(false)
    expect(verifyInclusion(leaf, 0, 2 ** 53, [], leaf)).toBe(false)
    expect(verifyConsistency(2, root(2), 1, root(1), [])).toBe(false)
    expect(verifyConsistency(0, root(1), 3, root(3), [])).toBe(false)
  })

  it('asks for no proof that cannot be', () => {
    expect(() => inclusionProof(3, 3, hashAt)).toThrow(RangeError)
    expect(() => inclusionProof(-1, 3, hashAt)).toThrow(RangeError)
    expect(() => consistencyProof(4, 3, hashAt)).toThrow(RangeError)
    expect(() => nodeHash(root(1), new Uint8Array(31))).toThrow(RangeError)
  })

  it('proofs reach over four thousand million leaves', () => {
    const size = 2 ** 40 + 12345
    const any: HashAt = (level, index) => leafHash(Buffer.from(`${level} ${index}`))
    const proof = inclusionProof(2 ** 39 + 7, size, any)
    expect(proof.length).toBeGreaterThanOrEqual(40)
    expect(consistencyProof(2 ** 39 + 7, size, any).length).toBeGreaterThanOrEqual(40)
  })
})

it('a hundred thousand leaves take well under a second', () => {
  const leaf = leafHash(Buffer.from('entry'))
  const frontier = new Frontier()
  const start = performance.now()
  for (let i = 0; i < 100_000; i++) frontier.append(leaf)
  frontier.root()
  expect(performance.now() - start).toBeLessThan(1000)
})
