import { nothingRead, stateBits, stemBit, wordBegins } from './automaton.ts'
import { foldInto } from './fold.ts'
import { gap, type Read } from './read.ts'
import { isLetter, joinLetters, kinds, kindsOf, repeated, unmasked } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Reads a text into what was read before, in one pass over its folded bytes. */
export function readInto(text: string, vocabulary: Vocabulary, into: Read): void {
  foldInto(text, into)
  if (into.starts.length <= into.length) growWords(into)
  const { next, word, stem } = vocabulary.automaton
  const { bytes, length, gaps } = into
  into.count = 0
  into.digits = 0
  into.anyGap = 0
  into.text = undefined
  let start = -1
  let state = wordBegins
  let found = 0
  let between = 0
  let singles = 0
  let figures = 0
  for (let at = 0; at <= length; at++) {
    const byte = bytes[at] as number
    const kind = kinds[byte] as number
    if (kind !== 0 && kind <= 26) {
      if (start < 0) start = at
      const to = next[(state << 5) | kind] as number
      state = to & stateBits
      if (to >= stemBit) found = stem[state] as number
    } else if (kind === kindsOf.digit) {
      if (start < 0) start = at
      figures++
      state = nothingRead
    } else if (kind !== kindsOf.apostrophe || start < 0 || !isLetter(bytes[at + 1] as number)) {
      if (start >= 0) {
        gaps[into.count] = between
        into.anyGap |= between
        const end = close(into, vocabulary, start, at, word[state] || found, figures, singles)
        singles = at - start === 1 && figures === 0 && end === at ? singles + 1 : 0
        start = -1
        state = wordBegins
        found = 0
        between = 0
        figures = 0
        // A word in disguise may go on over signs.
        if (end > at) {
          at = end - 1
          continue
        }
      }
      between |= gapOf[byte] as number
    }
  }
  gaps[into.count] = between
  into.anyGap |= between
  if (singles >= 3) joinLetters(into, singles, vocabulary)
}

/** Whether figures are of a sign written by its number: &#8220; */
const isEntity = (bytes: Uint8Array, start: number, end: number) =>
  bytes[start - 1] === 35 && bytes[start - 2] === 38 && bytes[end] === 59

function countFigures(into: Read, start: number, end: number, figures: number): void {
  const few = figures * 2 < end - start && end - start > 6
  if (!few && !isEntity(into.bytes, start, end)) into.digits += figures
}

/** A word has ended: the place where what it says ends. */
function close(
  into: Read,
  vocabulary: Vocabulary,
  start: number,
  end: number,
  id: number,
  figures: number,
  singles: number,
): number {
  const single = end - start === 1 && figures === 0
  if (singles >= 3 && !single) {
    const between = into.gaps[into.count] as number
    joinLetters(into, singles, vocabulary)
    into.gaps[into.count] = between
  }
  const { count } = into
  into.starts[count] = start
  into.ends[count] = end
  into.ids[count] = id
  into.count++
  const { bytes } = into
  const signs =
    kinds[bytes[end] as number] === kindsOf.sign || kinds[bytes[start - 1] as number] === kindsOf.sign
  if (figures === 0 && !signs) {
    if (id === 0 && end - start > 3) into.ids[count] = repeated(bytes, start, end, vocabulary)
    return end
  }
  // A few figures in a long word are a code's.
  if (figures > 0) countFigures(into, start, end, figures)
  else if (id !== 0 && end - start > 3) return end
  return unmasked(into, count, vocabulary, figures)
}

const gapOf = new Uint8Array(256).map((_, byte) => {
  const one = String.fromCharCode(byte)
  if (one === '\n' || one === '\r') return gap.line | gap.space
  if (one === ' ' || one === '\t') return gap.space
  if ('.?!;'.includes(one)) return gap.stop
  if (one === ':' || one === '=') return gap.colon
  if (one === '"') return gap.quote
  if (one === '@') return gap.at
  if (one === ',') return gap.comma
  return gap.sign
})

function growWords(into: Read): void {
  const size = into.bytes.length + 2
  into.starts = new Int32Array(size)
  into.ends = new Int32Array(size)
  into.ids = new Uint16Array(size)
  into.gaps = new Uint8Array(size + 1)
  into.hits = new Int32Array(size)
}
