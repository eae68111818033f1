import { step, wordBegins } from './automaton.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A letter that a star stands for, which may be any. */
export const anyLetter = 31

/** Words of one length that begin with one letter, in the order of the alphabet: their letters one after another. */
interface Alike {
  readonly letters: number[]
  readonly ids: number[]
}

/** No word is longer, and letters are numbered from 1 on. */
const most = 32
const placeOf = (length: number, first: number) => length * most + first

let known: readonly (Alike | undefined)[] | undefined

/**
 * The number of the word that people write with stars in it which these letters are, with `anyLetter` for each star but
 * never at first; or 0. Only words as long that begin so are looked at, so that a text of stars is read as fast as others.
 */
export function starredWord(letters: Uint8Array, length: number, vocabulary: Vocabulary): number {
  known ??= allStarred(vocabulary)
  const first = letters[0] as number
  const alike = first === anyLetter ? undefined : known[placeOf(length, first)]
  if (!alike) return 0
  for (let word = 0; word < alike.ids.length; word++) {
    const from = word * length
    let at = 1
    while (at < length && (letters[at] === anyLetter || letters[at] === alike.letters[from + at])) at++
    if (at === length) return alike.ids[word] as number
  }
  return 0
}

/** Put in order when the first word with a star is met: most texts have none. */
function allStarred({ automaton, starred }: Vocabulary): readonly (Alike | undefined)[] {
  const { next, word, depth } = automaton
  const all: (Alike | undefined)[] = []
  const letters: number[] = []
  const put = (state: number) => {
    const id = word[state] as number
    if (starred[id]) {
      const place = placeOf(letters.length, letters[0] as number)
      const alike = all[place] ?? { letters: [], ids: [] }
      all[place] = alike
      alike.letters.push(...letters)
      alike.ids.push(id)
    }
    for (let letter = 1; letter <= 26; letter++) {
      const to = step(next, state, letter)
      if (depth[to] !== letters.length + 1) continue
      letters.push(letter)
      put(to)
      letters.pop()
    }
  }
  put(wordBegins)
  return all
}
