import { step, wordBegins } from './automaton.ts'
import { beginsAsNumber, type NumberWord, numberWords } from './number-words.ts'
import { vocabulary } from './vocabulary.ts'

/** By the number of a word in the vocabulary, what it says of digits. */
export const spoken: readonly (NumberWord | undefined)[] = (() => {
  const all = new Array<NumberWord | undefined>(vocabulary.size).fill(undefined)
  for (const [word, said] of numberWords) all[vocabulary.idOf(word)] = said
  return all
})()

const [letterO, zero] = [111, 48]

/** A word taken apart into number words ("zerosevenseven"), or undefined when it is not made of them. */
export function spelledNumbers(bytes: Uint8Array, start: number, end: number): NumberWord[] | undefined {
  if (!beginsAsNumber(bytes[start] as number, bytes[start + 1] as number)) return undefined
  const parts: NumberWord[] = []
  for (let at = start; at < end; ) {
    const part = numberWordAt(bytes, at, end)
    if (!part) return undefined
    parts.push(part.said)
    at += part.length
  }
  return parts
}

/** The longest number word that stands here, and how long it is. A nought in it is an o. */
export function numberWordAt(
  bytes: Uint8Array,
  from: number,
  end: number,
): { readonly said: NumberWord; readonly length: number } | undefined {
  const { next, word, depth } = vocabulary.automaton
  let [state, length, longest]: [number, number, NumberWord | undefined] = [wordBegins, 0, undefined]
  for (let at = from; at < end; at++) {
    const byte = bytes[at] === zero ? letterO : (bytes[at] as number)
    if (byte < 97 || byte > 122) break
    const to = step(next, state, byte - 96)
    if (depth[to] !== (depth[state] as number) + 1) break
    state = to
    const said = spoken[word[state] as number]
    if (said && said.kind !== 'filler') [longest, length] = [said, at - from + 1]
  }
  return longest && { said: longest, length }
}
