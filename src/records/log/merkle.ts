import { hash } from 'node:crypto'

/** SHA-256: 32 bytes. */
export type Hash = Uint8Array

/** The hash of the complete subtree of 2^level leaves that starts at leaf index × 2^level. Level 0 is a leaf hash. */
export type HashAt = (level: number, index: number) => Hash

/** A complete subtree, by its place. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

// Text of one byte a character is what node:crypto gives fastest: about a third of the time of a Buffer each.
const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

const isHash = (value: unknown): value is Hash => value instanceof Uint8Array && value.length === 32
const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962, section 2.1). */
export const emptyRoot: Hash = sha256(new Uint8Array())

let prefixed = Buffer.alloc(4096)

/** SHA-256(0x00 ‖ leaf). */
export function leafHash(leaf: Uint8Array): Hash {
  if (leaf.length >= prefixed.length) prefixed = Buffer.alloc(leaf.length * 2)
  prefixed.set(leaf, 1)
  return sha256(prefixed.subarray(0, leaf.length + 1))
}

const pair = Buffer.alloc(65, 1)

/** SHA-256(0x01 ‖ left ‖ right). Throws RangeError when either is not 32 bytes. */
export function nodeHash(left: Hash, right: Hash): Hash {
  if (left.length !== 32 || right.length !== 32) throw new RangeError('a node has two hashes of 32 bytes')
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}

/** The root over leaf hashes, or over hashes of equal complete subtrees and, last, whatever is right of them. */
export function rootOf(hashes: readonly Hash[]): Hash {
  let row = hashes
  while (row.length > 1) {
    const above: Hash[] = []
    for (let i = 0; i < row.length; i += 2) {
      const [left, right] = [row[i] as Hash, row[i + 1]]
      above.push(right === undefined ? left : nodeHash(left, right))
    }
    row = above
  }
  return row[0] ?? emptyRoot
}

/**
 * The right edge of a tree: enough to append leaves and know the root, in 32 bytes a level. Appending allocates nothing,
 * so that a whole log is checked quickly.
 */
export class Frontier {
  #size = 0
  readonly #peaks = Buffer.alloc(54 * 32)
  readonly #node = Buffer.alloc(65, 1)

  /** The frontier of a tree whose complete subtrees are known. */
  static at(size: number, hashAt: HashAt): Frontier {
    const frontier = new Frontier()
    frontier.#size = size
    for (const { level, index } of subtreesOf({ from: 0, to: size })) {
      frontier.#peaks.set(hashAt(level, index), level * 32)
    }
    return frontier
  }

  get size(): number {
    return this.#size
  }

  append(leafHash: Hash): void {
    const node = this.#node
    let level = 0
    node.set(leafHash, 33)
    for (let left = this.#size; left % 2 === 1; left = (left - 1) / 2) {
      this.#peaks.copy(node, 1, level * 32, level * 32 + 32)
      node.write(hash('sha256', node, 'binary'), 33, 'binary')
      level++
    }
    node.copy(this.#peaks, level * 32, 33, 65)
    this.#size++
  }

  root(): Hash {
    let root: Hash | undefined
    for (let left = this.#size, level = 0; left > 0; left = Math.floor(left / 2), level++) {
      if (left % 2 === 0) continue
      const peak = Buffer.from(this.#peaks.subarray(level * 32, level * 32 + 32))
      root = root === undefined ? peak : nodeHash(peak, root)
    }
    return root ?? emptyRoot
  }
}

/** The leaves from `from` up to, not including, `to`. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The greatest power of two below n, for n > 1. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The complete subtrees that make up a span, left to right. */
function subtreesOf({ from, to }: Span): Subtree[] {
  const found: Subtree[] = []
  for (let at = from; at < to; ) {
    let [level, width] = [0, 1]
    while (width * 2 <= to - at) [level, width] = [level + 1, width * 2]
    found.push({ level, index: at / width })
    at += width
  }
  return found
}

function spanHash(span: Span, hashAt: HashAt): Hash {
  return subtreesOf(span)
    .map(({ level, index }) => hashAt(level, index))
    .reduceRight((right, left) => nodeHash(left, right))
}

/** PATH of RFC 6962, section 2.1.1, as the spans whose hashes it lists. */
function inclusionSpans(index: number, size: number): Span[] {
  if (!isSize(index) || !isSize(size) || index >= size)
    throw new RangeError('no such leaf in a tree of that size')
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    spans.push(index < middle ? { from: middle, to } : { from, to: middle })
    if (index < middle) to = middle
    else from = middle
  }
  return spans.reverse()
}

/** SUBPROOF of RFC 6962, section 2.1.2, as the spans whose hashes it lists. */
function consistencySpans(oldSize: number, newSize: number): Span[] {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) throw new RangeError('a tree never shrinks')
  if (oldSize === 0) return []
  const spans: Span[] = []
  let [from, to] = [0, newSize]
  while (to > oldSize) {
    const middle = from + splitOf(to - from)
    spans.push(oldSize <= middle ? { from: middle, to } : { from, to: middle })
    if (oldSize <= middle) to = middle
    else from = middle
  }
  if (from > 0) spans.push({ from, to })
  return spans.reverse()
}

/** The proof that leaf `index` is in the tree of `size` leaves, leaf to root. Throws RangeError unless index < size. */
export const inclusionProof = (index: number, size: number, hashAt: HashAt): Hash[] =>
  inclusionSpans(index, size).map(span => spanHash(span, hashAt))

/** The proof that the tree of `oldSize` leaves is the beginning of that of `newSize`. Throws RangeError if it is larger. */
export const consistencyProof = (oldSize: number, newSize: number, hashAt: HashAt): Hash[] =>
  consistencySpans(oldSize, newSize).map(span => spanHash(span, hashAt))

/** The complete subtrees that a proof, or the root, is made of: what must be at hand before asking for it. */
export const inclusionNeeds = (index: number, size: number): Subtree[] =>
  inclusionSpans(index, size).flatMap(subtreesOf)
export const consistencyNeeds = (oldSize: number, newSize: number): Subtree[] =>
  consistencySpans(oldSize, newSize).flatMap(subtreesOf)
export const rootNeeds = (size: number): Subtree[] => subtreesOf({ from: 0, to: size })

const half = (n: number) => Math.floor(n / 2)

/** RFC 9162, section 2.1.3.2. False for anything malformed; throws nothing. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!isHash(leaf) || !isHash(root) || !isSize(index) || !isSize(size) || index >= size) return false
  if (!Array.isArray(proof) || !proof.every(isHash)) return false
  let [at, last, found] = [index, size - 1, leaf]
  for (const next of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      found = nodeHash(next, found)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      found = nodeHash(found, next)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(found, root)
}

/** RFC 9162, section 2.1.4.2. The empty tree begins every tree, with an empty proof. False for anything malformed. */
export function verifyConsistency(
  oldSize: number,
  oldRoot: Hash,
  newSize: number,
  newRoot: Hash,
  proof: readonly Hash[],
): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize || !isHash(oldRoot) || !isHash(newRoot))
    return false
  if (!Array.isArray(proof) || !proof.every(isHash)) return false
  if (newSize === 0 && !sameHash(newRoot, emptyRoot)) return false
  if (oldSize === 0) return proof.length === 0 && sameHash(oldRoot, emptyRoot)
  if (oldSize === newSize) return proof.length === 0 && sameHash(oldRoot, newRoot)
  let [at, last] = [oldSize - 1, newSize - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  // An old tree that is one complete subtree is itself where the proof begins.
  const [first, ...rest] = at === 0 ? [oldRoot, ...proof] : proof
  if (first === undefined) return false
  let [old, now] = [first, first]
  for (const next of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[old, now] = [nodeHash(next, old), nodeHash(next, now)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      now = nodeHash(now, next)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(old, oldRoot) && sameHash(now, newRoot)
}
