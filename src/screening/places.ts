import { isDigitByte, isLetterByte } from './bytes.ts'
import { type Read, textRead } from './read.ts'

/** A place found: a postcode, or a house in a street. */
export interface Place {
  readonly kind: 'place' | 'home-address'
  readonly start: number
  readonly end: number
}

// The areas of the UK's postcodes (Royal Mail).
const areas = new Set(
  'ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze'.split(
    ' ',
  ),
)
const postcode = /([a-z]{1,2})\d(?:\d|[a-hjkmnp-y])?\s{0,2}\d(?!st\b|nd\b|rd\b|th\b)[abd-hjlnp-uw-z]{2}\b/y
const street =
  /\b\d{1,4}[a-e]?,?\s{1,2}(?:[a-z']{2,20}\s{1,2}){1,3}(?:road|street|lane|avenue|crescent|terrace|grove|gardens|rd|ave|close|drive)\b/g
const ownBefore =
  /\b(?:my|mine|live at|i'?m at|we'?re at|come (?:to|round|over)(?: to)?|i'?ll be at|home is)\b[^.?!\n]{0,25}$/

/** Whether a postcode may begin with this word: a letter or two, and a figure. */
export function mayBePostcode({ bytes, starts, ends }: Read, word: number): boolean {
  const start = starts[word] as number
  const length = (ends[word] as number) - start
  if (length < 2 || length > 7 || !isLetterByte(bytes[start] as number)) return false
  return (
    isDigitByte(bytes[start + 1] as number) ||
    (isLetterByte(bytes[start + 1] as number) && isDigitByte(bytes[start + 2] as number))
  )
}

/** Postcodes at these words, with their space or not. */
export function postcodesAt(read: Read, words: readonly number[]): Place[] {
  const text = textRead(read)
  return words.flatMap(word => {
    const start = read.starts[word] as number
    postcode.lastIndex = start
    const area = postcode.exec(text)?.[1]
    return area && areas.has(area) ? [{ kind: 'place' as const, start, end: postcode.lastIndex }] : []
  })
}

/** House numbers with a street. */
export function streetsIn(text: string): Place[] {
  const found: Place[] = []
  for (const { index, 0: whole } of text.matchAll(street)) {
    const own = ownBefore.test(text.slice(Math.max(0, index - 45), index))
    found.push({ kind: own ? 'home-address' : 'place', start: index, end: index + whole.length })
  }
  return found
}
