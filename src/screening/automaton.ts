/**
 * One automaton (Aho and Corasick, 1975) over folded letters: it knows whole words, which begin where a word begins, and
 * stems, which may stand anywhere in one. A state is a row of 32 symbols: 1 to 26 are the letters.
 */
export interface Automaton {
  /** The state that a letter leads to, in `stateBits`; with `stemBit` where a stem ends there. */
  readonly next: Uint16Array
  /** The number of the whole word that a state ends, or 0. */
  readonly word: Uint16Array
  /** The number of the longest stem that ends at a state, or 0. */
  readonly stem: Uint16Array
  /** How many letters lead to a state. A step to a state that is not one deeper leaves the words there are. */
  readonly depth: Uint8Array
}

/** The same as it is written down: its states in order of their depth, each with its children after those of the state before. */
export interface Tree extends Pick<Automaton, 'word' | 'stem'> {
  /** How many letters a word goes on with after a state. */
  readonly children: Uint8Array
  /** The letter that leads to a state, 1 to 26. */
  readonly letter: Uint8Array
  /** The state that is what is left of the letters read, where no word goes on. */
  readonly fail: Uint16Array
}

/** The state before any letter of a word. */
export const wordBegins = 1
/** The state in which nothing has been read. */
export const nothingRead = 0

export const stemBit = 0x8000
export const stateBits = 0x7fff

/** The automaton of a tree: what no word goes on with leads on as it does from what is left, so that no letter is read twice. */
export function automatonOf({ children, letter, fail, word, stem }: Tree): Automaton {
  const states = word.length
  const [next, depth] = [new Uint16Array(states << 5), new Uint8Array(states)]
  let child = 2
  for (let state = 0; state < states; state++) {
    const row = state << 5
    const fallen = (fail[state] as number) << 5
    if (state > 0) next.copyWithin(row, fallen, fallen + 32)
    const deeper = (depth[state] as number) + 1
    for (let left = children[state] as number; left > 0; left--) {
      next[row | (letter[child] as number)] = stem[child] === 0 ? child : child | stemBit
      depth[child++] = deeper
    }
  }
  return { next, word, stem, depth }
}

/** The state that a letter, 1 to 26, leads to. */
export const step = (next: Uint16Array, state: number, letter: number): number =>
  (next[(state << 5) | letter] as number) & stateBits
