import type { Folded } from './fold.ts'

/** Digits however they were written, as digits, with where they stood in the folded text. */
export interface Digits {
  readonly digits: string
  readonly start: number
  readonly end: number
}

/** Digits with nothing between them: figures, or one number word. */
export interface Piece extends Digits {
  /** Something that people do not put inside a number stands before it. */
  readonly apart: boolean
}

const words: Readonly<Record<string, string>> = {
  oh: '0',
  o: '0',
  nought: '0',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
const repeats: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['treble', 3],
  ['triple', 3],
])
const notBetweenDigits = /[^\s().\-_/\\,*|~+•·–—]/u
const lookAlikes: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' }
const numberWord = /nought|zero|one|two|three|four|five|six|seven|eight|nine|oh|o/g
// Figures, with letters among them that look like figures (O77OO); or else a whole word that says digits or repeats them.
const saysDigits = new RegExp(
  '((?:(?<![a-z])[oil]+)?[0-9][0-9oil]*(?![a-z])|[0-9]+)' +
    `|(?<![a-z])(?:(?:${numberWord.source})+|${[...repeats.keys()].join('|')})(?![a-z])`,
  'g',
)

/** Every piece of digits: figures, number words with oh, double and triple, written apart or as one. */
export function piecesIn({ text }: Folded): Piece[] {
  const found: Piece[] = []
  let apart = true
  let times = 1
  let last = 0
  for (const { 0: written, 1: figures, index: start } of text.matchAll(saysDigits)) {
    if (start > last && notBetweenDigits.test(text.slice(last, start))) {
      apart = true
      times = 1
    }
    last = start + written.length
    const again = repeats.get(written)
    if (again) times = again
    else {
      const digits = figures ? plain(figures) : said(written)
      found.push({ digits: digits.repeat(times), start, end: last, apart })
      apart = false
      times = 1
    }
  }
  return found
}

const plain = (written: string) => written.replace(/[oil]/g, letter => lookAlikes[letter] as string)

/** The digits that number words say. */
const said = (spoken: string): string => spoken.replace(numberWord, one => words[one] as string)

const hour = /^(?:[01]\d|2[0-3])$/
const minute = /^[0-5]\d$/

/** The pieces that do not tell the time of day: 07:30 or 07.30, standing by itself. */
export function withoutTimes({ text }: Folded, pieces: readonly Piece[]): Piece[] {
  const parts = (one: Piece | undefined, other: Piece | undefined) =>
    one && other && other.start === one.end + 1 && /[:.]/.test(text[one.end] as string)
  const begins = (at: number): boolean => {
    const [before, first, second, after] = [pieces[at - 1], pieces[at], pieces[at + 1], pieces[at + 2]]
    if (!first || !second || !parts(first, second) || parts(before, first) || parts(second, after))
      return false
    return hour.test(first.digits) && minute.test(second.digits)
  }
  return pieces.filter((_, at) => !begins(at) && !begins(at - 1))
}

/** Pieces as one. */
export const joined = (pieces: readonly Piece[]): Digits => ({
  digits: pieces.map(piece => piece.digits).join(''),
  start: pieces[0]?.start ?? 0,
  end: pieces.at(-1)?.end ?? 0,
})

/** Pieces in runs: what stands in one run people may mean as one number. */
export function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    if (piece.apart) runs.push([])
    runs.at(-1)?.push(piece)
  }
  return runs
}

/** The first pieces from `from` on that make up digits which `fits` takes; those that `mayFit` does not may not begin them. More than `longest` are not put together. */
export function firstThatFit(
  pieces: readonly Piece[],
  from: number,
  mayFit: (digits: string) => boolean,
  fits: (digits: string) => boolean,
  longest = 15,
): Piece[] | undefined {
  let digits = ''
  for (let to = from; to < pieces.length; to++) {
    digits += pieces[to]?.digits
    if (!mayFit(digits)) return undefined
    if (fits(digits)) return pieces.slice(from, to + 1)
    if (digits.length > longest) return undefined
  }
  return undefined
}
