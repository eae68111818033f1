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
const repeats: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 }
const betweenDigits = /[\s().\-_/\\,*|~+•·–—]/u
// Figures, with letters among them that look like figures: O77OO.
const figures = /[oil]*[0-9][0-9oil]*(?![a-z])|[0-9]+/y
const lookAlikes: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' }
const word = /[a-z]+/y
const numberWord = /nought|zero|one|two|three|four|five|six|seven|eight|nine|oh|o/g
const numberWords = new RegExp(`^(?:${numberWord.source})+$`)

/** What a regular expression finds exactly here. */
function here(shape: RegExp, text: string, at: number): string | undefined {
  shape.lastIndex = at
  return shape.exec(text)?.[0]
}

/** Every piece of digits: figures, number words with oh, double and triple, written apart or as one. */
export function piecesIn({ text }: Folded): Piece[] {
  const found: Piece[] = []
  let apart = true
  let times = 1
  const add = (digits: string, start: number, end: number) => {
    found.push({ digits: digits.repeat(times), start, end, apart })
    apart = false
    times = 1
  }
  for (let at = 0; at < text.length; ) {
    const written = here(figures, text, at)
    const spoken = written ? undefined : here(word, text, at)
    const end = at + (written ?? spoken ?? ' ').length
    const digits = written ? plain(written) : spoken && said(spoken)
    if (digits) add(digits, at, end)
    else if (spoken && repeats[spoken]) times = repeats[spoken]
    else if (spoken || !betweenDigits.test(text[at] as string)) {
      apart = true
      times = 1
    }
    at = end
  }
  return found
}

const plain = (written: string) => written.replace(/[oil]/g, letter => lookAlikes[letter] as string)

/** The digits that a word says; none when it says anything else. */
const said = (spoken: string): string =>
  numberWords.test(spoken) ? spoken.replace(numberWord, one => words[one] as string) : ''

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

/** The first pieces from `from` on that make up digits which `fits` takes. More than `longest` are not put together. */
export function firstThatFit(
  pieces: readonly Piece[],
  from: number,
  fits: (digits: string) => boolean,
  longest = 15,
): Piece[] | undefined {
  let digits = ''
  for (let to = from; to < pieces.length; to++) {
    digits += pieces[to]?.digits
    if (fits(digits)) return pieces.slice(from, to + 1)
    if (digits.length > longest) return undefined
  }
  return undefined
}
