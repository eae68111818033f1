import type { Act } from './acts.ts'
import { digitOf, knowing, type Space, spaceOf } from './space.ts'
import { ready, type Weight, weigh } from './weigh.ts'

/**
 * Everything there is to say of an act, worked out once for each state of one's knowledge. Where a fact is not known,
 * the worst that it could make of the act stands.
 */
export interface Compiled {
  readonly act: Act
  readonly space: Space
  readonly weights: readonly Weight[]
  /** Rank, needs and owed of each state, packed by `pack`. */
  readonly marks: Int32Array
  /** The weights that make it so, whatever the facts not known turn out to be. */
  readonly always: Int32Array
  /** The weights that make it so for one or another way they may turn out. */
  readonly could: Int32Array
  /** The facts not known that can still change rank, needs or owed. */
  readonly turnsOn: Uint8Array
  /** How many more questions are needed at most. 0: decided. */
  readonly depth: Uint8Array
  /** The fact to ask for next, by its place; -1 when it is decided. */
  readonly next: Int8Array
}

/** The most weights of one act: each is one bit of a number. */
export const mostWeights = 31

const rankBits = 2
const needsBits = 4
export const pack = (rank: number, needs: number, owed: number): number =>
  rank | (needs << rankBits) | (owed << (rankBits + needsBits))
export const unpack = (mark: number): { rank: number; needs: number; owed: number } => ({
  rank: mark & 3,
  needs: (mark >> rankBits) & 15,
  owed: mark >> (rankBits + needsBits),
})

type Working = Compiled & { readonly mean: Float64Array }

export function compile(act: Act, weights: readonly Weight[]): Compiled {
  if (weights.length > mostWeights) throw new RangeError(`${act} has more than ${mostWeights} rules`)
  const space = spaceOf(act)
  const { places, states } = space
  const working: Working = {
    act,
    space,
    weights,
    marks: new Int32Array(states),
    always: new Int32Array(states),
    could: new Int32Array(states),
    turnsOn: new Uint8Array(states),
    depth: new Uint8Array(states),
    next: new Int8Array(states).fill(-1),
    mean: new Float64Array(states),
  }
  const all = weights.map(weight => ready(space, weight))
  // Ascending, because a state's number is above those of the states that know more.
  for (let state = 0; state < states; state++) {
    const digits = places.map(place => digitOf(place, state))
    const open = places.flatMap(({ values }, at) => (digits[at] === values.length ? [at] : []))
    if (open.length > 0) {
      join(working, state, open)
      continue
    }
    const { rank, needs, owed, by } = weigh(all, digits)
    working.marks[state] = pack(rank, needs, owed)
    working.always[state] = by
    working.could[state] = by
  }
  return working
}

/** The states that know one fact more: what it may turn out to be. */
function after({ space }: Compiled, state: number, at: number): readonly number[] {
  const place = space.places[at]
  return place ? place.values.map((_, value) => knowing(place, state, value)) : []
}

const rankIn = (marks: Int32Array, state: number): number => (marks[state] ?? 0) & 3

/** Works out a state in which the facts at `open` are not known, from the states that know one more. */
function join(working: Working, state: number, open: readonly number[]): void {
  const { marks, always, could, turnsOn } = working
  const [first = 0] = open
  const children = after(working, state, first)
  const worst = Math.min(...children.map(child => rankIn(marks, child)))
  let [mark, sure, maybe] = [worst, -1, 0]
  for (const child of children) {
    sure &= always[child] ?? 0
    if (rankIn(marks, child) !== worst) continue
    mark |= marks[child] ?? 0
    maybe |= could[child] ?? 0
  }
  marks[state] = mark
  always[state] = sure
  could[state] = maybe
  turnsOn[state] = turning(working, state, open)
  if (turnsOn[state] !== 0 || sure === 0) choose(working, state, open)
}

/** Which of the open facts can still change the outcome, as bits. */
function turning(working: Working, state: number, open: readonly number[]): number {
  const { marks, turnsOn } = working
  const [only] = open
  if (open.length === 1 && only !== undefined) {
    const outcomes = new Set(after(working, state, only).map(child => marks[child]))
    return outcomes.size > 1 ? 1 << only : 0
  }
  return open
    .flatMap(at => after(working, state, at))
    .reduce((bits, child) => bits | (turnsOn[child] ?? 0), 0)
}

/** Chooses what to ask: the fact with which the fewest questions are left at worst, and of those, on the whole. */
function choose(working: Working, state: number, open: readonly number[]): void {
  const { depth, mean, next } = working
  let best = { at: -1, worst: 255, mean: Number.POSITIVE_INFINITY }
  for (const at of open) {
    const children = after(working, state, at)
    const worst = 1 + Math.max(...children.map(child => depth[child] ?? 0))
    const onTheWhole = 1 + children.reduce((sum, child) => sum + (mean[child] ?? 0), 0) / children.length
    if (worst < best.worst || (worst === best.worst && onTheWhole < best.mean - 1e-9))
      best = { at, worst, mean: onTheWhole }
  }
  next[state] = best.at
  depth[state] = best.worst
  mean[state] = best.mean
}
