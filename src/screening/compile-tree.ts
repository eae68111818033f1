import { nothingRead, stateBits, type Tree, wordBegins } from './automaton.ts'

/** A state while the tree is made. */
interface State {
  readonly letter: number
  readonly next: Map<number, State>
  word: number
  stem: number
  fail: State | undefined
  number: number
}

const state = (letter: number): State => ({
  letter,
  next: new Map(),
  word: 0,
  stem: 0,
  fail: undefined,
  number: 0,
})

const firstLetter = 96

function added(root: State, text: string): State {
  let here = root
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - firstLetter
    const next = here.next.get(letter) ?? state(letter)
    here.next.set(letter, next)
    here = next
  }
  return here
}

/** A tree of these words and stems, of the letters a to z alone. */
export function treeOf(words: ReadonlyMap<string, number>, stems: ReadonlyMap<string, number>): Tree {
  const [nothing, begins] = [state(0), state(0)]
  for (const [word, id] of words) added(begins, word).word = id
  for (const [stem, id] of stems) added(nothing, stem).stem = id
  begins.fail = nothing
  const all = inOrder([nothing, begins])
  if (all[nothingRead] !== nothing || all[wordBegins] !== begins || all.length > stateBits)
    throw new RangeError('there are more words than the automaton has states for')
  return {
    children: Uint8Array.from(all, ({ next }) => next.size),
    letter: Uint8Array.from(all, ({ letter }) => letter),
    fail: Uint16Array.from(all, ({ fail }) => fail?.number ?? 0),
    word: Uint16Array.from(all, ({ word }) => word),
    stem: Uint16Array.from(all, ({ stem }) => stem),
  }
}

/** The states by their depth, each with the longest ending of what led to it that a stem begins with, and its stem. */
function inOrder(roots: readonly [State, State]): readonly State[] {
  const all: State[] = [...roots]
  for (const [number, here] of all.entries()) {
    here.number = number
    for (const [letter, next] of here.next) {
      let left = here.fail
      while (left && !left.next.has(letter)) left = left.fail
      next.fail = left?.next.get(letter) ?? roots[0]
      if (next.stem === 0) next.stem = next.fail.stem
      all.push(next)
    }
  }
  return all
}
