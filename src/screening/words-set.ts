import type { Vocabulary } from './vocabulary.ts'

/** One bit for each of these words, at its number in the vocabulary. */
export function setOf(
  words: readonly string[],
  { size, idOf }: Pick<Vocabulary, 'size' | 'idOf'>,
): Uint32Array {
  const set = new Uint32Array((size >> 5) + 1)
  for (const word of words) {
    const id = idOf(word)
    if (id !== 0) set[id >> 5] = (set[id >> 5] as number) | (1 << (id & 31))
  }
  return set
}

export const hasBit = (set: Uint32Array, id: number): boolean =>
  ((set[id >> 5] as number) & (1 << (id & 31))) !== 0
