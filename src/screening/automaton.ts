/**
 * One automaton (Aho and Corasick, 1975) over folded letters: it knows whole words, which begin where a word begins, and
 * stems, which may stand anywhere in one. A state is a row of 32 symbols: 1 to 26 are the letters.
 */
export interface Automaton {
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

const width = 32
const firstLetter = 96

/** An automaton of these words and stems, of the letters a to z alone. */
export function automatonOf(
  words: ReadonlyMap<string, number>,
  stems: ReadonlyMap<string, number>,
): Automaton {
  const size = [...words.keys(), ...stems.keys()].reduce((sum, { length }) => sum + length, 2)
  const trie = {
    next: new Uint16Array(size * width),
    word: new Uint16Array(size),
    stem: new Uint16Array(size),
    depth: new Uint8Array(size),
    states: 2,
  }
  const add = (text: string, from: number) => {
    let state = from
    for (let at = 0; at < text.length; at++) {
      const edge = state * width + text.charCodeAt(at) - firstLetter
      if (trie.next[edge] === 0) {
        trie.depth[trie.states] = at + 1
        trie.next[edge] = trie.states++
      }
      state = trie.next[edge] as number
    }
    return state
  }
  for (const [word, id] of words) trie.word[add(word, wordBegins)] = id
  for (const [stem, id] of stems) trie.stem[add(stem, nothingRead)] = id
  if (trie.states > 0xffff) throw new RangeError('there are more words than the automaton has states for')
  fillSteps(trie)
  const { states } = trie
  return {
    next: trie.next.slice(0, states * width),
    word: trie.word.slice(0, states),
    stem: trie.stem.slice(0, states),
    depth: trie.depth.slice(0, states),
  }
}

type Trie = { next: Uint16Array; word: Uint16Array; stem: Uint16Array; states: number }

/** Every step that no word goes on with leads to what is left of the letters read, so that no letter is read twice. */
function fillSteps({ next, stem, states }: Trie): void {
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
