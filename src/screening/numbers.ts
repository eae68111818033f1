import type { Folded } from './fold.ts'

/** A run of digits however it was written, as digits, with where it stood in the folded text. */
export interface Digits {
  readonly digits: string
  readonly start: number
  readonly end: number
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
const letter = /[a-z]/

/** Every run of digits: figures, number words with oh, double and triple, and any of these mixed, apart by what people put between. */
export function digitRuns({ text }: Folded): Digits[] {
  const found: Digits[] = []
  let digits = ''
  let start = 0
  let end = 0
  let times = 1
  const close = () => {
    if (digits.length > 0) found.push({ digits, start, end })
    digits = ''
    times = 1
  }
  const add = (digit: string, from: number, to: number) => {
    if (digits === '') start = from
    digits += digit.repeat(times)
    times = 1
    end = to
  }
  for (let at = 0; at < text.length; ) {
    const here = text[at] as string
    if (here >= '0' && here <= '9') add(here, at, ++at)
    else if (letter.test(here)) {
      let to = at + 1
      while (to < text.length && letter.test(text[to] as string)) to++
      const word = text.slice(at, to)
      const digit = words[word]
      const repeat = repeats[word]
      if (digit) add(digit, at, to)
      else if (repeat) times = repeat
      else close()
      at = to
    } else {
      if (!betweenDigits.test(here)) close()
      at++
    }
  }
  close()
  return found
}
