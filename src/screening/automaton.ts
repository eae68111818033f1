/** Words and stems as one tree, by state: states 0 and 1 are its two roots, and any other comes after the state before it. */
export interface Tree {
  /** The state that leads to it, and by which letter, 1 to 26. */
  readonly parent: Uint16Array
  readonly letter: Uint8Array
  /** The number of the whole word that ends here, or of the stem, or 0. */
  readonly word: Uint16Array
  readonly stem: Uint16Array
}

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

/** The state before any letter of a word. */
export const wordBegins = 1
/** The state in which nothing has been read. */
export const nothingRead = 0

export const stemBit = 0x8000
export const stateBits = 0x7fff

const width = 32
const firstLetter = 96

/** A tree of these words and stems, of the letters a to z alone. */
export function treeOf(words: ReadonlyMap<string, number>, stems: ReadonlyMap<string, number>): Tree {
  const size = [...words.keys(), ...stems.keys()].reduce((sum, { length }) => sum + length, 2)
  const next = new Uint16Array(size * width)
  const tree = {
    parent: new Uint16Array(size),
    letter: new Uint8Array(size),
    word: new Uint16Array(size),
    stem: new Uint16Array(size),
  }
  let states = 2
  const add = (text: string, from: number) => {
    let state = from
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at) - firstLetter
      const edge = state * width + letter
      if (next[edge] === 0) {
        tree.parent[states] = state
        tree.letter[states] = letter
        next[edge] = states++
      }
      state = next[edge] as number
    }
    return state
  }
  for (const [word, id] of words) tree.word[add(word, wordBegins)] = id
  for (const [stem, id] of stems) tree.stem[add(stem, nothingRead)] = id
  if (states > stateBits) throw new RangeError('there are more words than the automaton has states for')
  return {
    parent: tree.parent.slice(0, states),
    letter: tree.letter.slice(0, states),
    word: tree.word.slice(0, states),
    stem: tree.stem.slice(0, states),
  }
}

/** The automaton of a tree. */
export function automatonOf({ parent, letter, word, stem: stems }: Tree): Automaton {
  const states = word.length
  const [next, depth, stem] = [new Uint16Array(states * width), new Uint8Array(states), stems.slice()]
  for (let state = 2; state < states; state++) {
    next[(parent[state] as number) * width + (letter[state] as number)] = state
    depth[state] = (depth[parent[state] as number] as number) + 1
  }
  fillSteps(next, stem)
  for (let edge = 0; edge < next.length; edge++)
    if (stem[next[edge] as number] !== 0) next[edge] = (next[edge] as number) | stemBit
  return { next, word, stem, depth }
}

/** Every step that no word goes on with leads to what is left of the letters read, so that no letter is read twice. */
function fillSteps(next: Uint16Array, stem: Uint16Array): void {
  const states = stem.length
  const fail = new Uint16Array(states)
  const queue = new Uint16Array(states)
  let [head, tail] = [0, 0]
  const begin = (from: number) => {
    for (let symbol = 1; symbol <= 26; symbol++) {
      const to = next[from * width + symbol] as number
      if (to !== 0) {
        fail[to] = from === wordBegins ? (next[symbol] as number) : nothingRead
        queue[tail++] = to
      } else if (from === wordBegins) next[from * width + symbol] = next[symbol] as number
    }
  }
  begin(nothingRead)
  begin(wordBegins)
  while (head < tail) {
    const state = queue[head++] as number
    const fallen = fail[state] as number
    if (stem[state] === 0) stem[state] = stem[fallen] as number
    for (let symbol = 1; symbol <= 26; symbol++) {
      const edge = state * width + symbol
      const to = next[edge] as number
      const instead = next[fallen * width + symbol] as number
      if (to === 0) next[edge] = instead
      else {
        fail[to] = instead
        queue[tail++] = to
      }
    }
  }
}

/** The state that a letter, 1 to 26, leads to. */
export const step = (next: Uint16Array, state: number, letter: number): number =>
  (next[(state << 5) | letter] as number) & stateBits
