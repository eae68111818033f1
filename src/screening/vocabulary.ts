/** The words that rules ask about, each with a number, found in folded text without making strings. */
export interface Vocabulary {
  /** The number of a word, or 0 for one that no rule asks about. Apostrophes do not count. */
  readonly find: (text: string, start: number, end: number) => number
  /** Whether some word begins with the three letters here. */
  readonly begins: (text: string, at: number) => boolean
  readonly idOf: (word: string) => number
  readonly has: (word: string) => boolean
}

const apostrophe = 39
const step = (hash: number, code: number) => Math.imul(hash ^ code, 16777619)

/** A vocabulary of these words; `read` gives the character a rule would see, which for leetspeak is not the one written. */
export function vocabularyOf(
  words: Iterable<string>,
  read: (code: number) => number = code => code,
): Vocabulary {
  const ids = new Map<string, number>()
  for (const word of words) if (!ids.has(word)) ids.set(word, ids.size + 1)
  const all = [...ids.keys()]
  let size = 64
  while (size < all.length * 4) size *= 2
  const table = new Int32Array(size)
  for (const [at, word] of all.entries()) {
    let slot = hashOf(word, 0, word.length, code => code) & (size - 1)
    while (table[slot]) slot = (slot + 1) & (size - 1)
    table[slot] = at + 1
  }
  const find = (text: string, start: number, end: number) => {
    let slot = hashOf(text, start, end, read) & (size - 1)
    for (let id = table[slot]; id; slot = (slot + 1) & (size - 1), id = table[slot])
      if (same(text, start, end, all[id - 1] ?? '', read)) return id
    return 0
  }
  const heads = new Uint8Array(26 ** 3)
  for (const word of all) heads[headOf(word, 0)] = 1
  return {
    find,
    begins: (text, at) => heads[headOf(text, at)] === 1,
    idOf: word => ids.get(word) ?? 0,
    has: word => ids.has(word),
  }
}

const headOf = (text: string, at: number) =>
  ((text.charCodeAt(at) - 97) * 26 + text.charCodeAt(at + 1) - 97) * 26 + text.charCodeAt(at + 2) - 97

function hashOf(text: string, start: number, end: number, read: (code: number) => number): number {
  let hash = -2128831035
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== apostrophe) hash = step(hash, read(code))
  }
  return hash ^ (hash >>> 15)
}

function same(
  text: string,
  start: number,
  end: number,
  word: string,
  read: (code: number) => number,
): boolean {
  let to = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== apostrophe && read(code) !== word.charCodeAt(to++)) return false
  }
  return to === word.length
}
