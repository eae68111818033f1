/** Words that stand for digits, as people say telephone numbers. */
export const digitWords: Readonly<Record<string, string>> = {
  oh: '0',
  o: '0',
  nought: '0',
  naught: '0',
  zero: '0',
  zer0: '0',
  nil: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  sevn: '7',
  eight: '8',
  nine: '9',
  niner: '9',
  oo: '00',
  ooo: '000',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
}

/** Tens, which take the digit after them: "seventy seven" is 77. */
export const tens: Readonly<Record<string, string>> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fourty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
}

export const repeats: Readonly<Record<string, number>> = {
  double: 2,
  dubble: 2,
  treble: 3,
  triple: 3,
  quadruple: 4,
}

/** What stands between digits without ending a number. */
export const fillers: readonly string[] = [
  'then',
  'and',
  'next',
  'dash',
  'hyphen',
  'space',
  'dot',
  'point',
  'slash',
  'comma',
  'followed',
  'by',
  'um',
  'er',
  'erm',
]

/** Zeros that follow a digit: "nine hundred" is 900. */
export const zeros: Readonly<Record<string, string>> = { hundred: '00', thousand: '000' }

/** What a word says of digits. */
export interface NumberWord {
  readonly kind: 'digits' | 'tens' | 'zeros' | 'times' | 'filler'
  /** The figures that it stands for. */
  readonly codes: Uint8Array
  readonly times: number
}

const figures = (digits: string): Uint8Array => Buffer.from(digits, 'latin1')
const saying = (words: Readonly<Record<string, string>>, kind: NumberWord['kind'], more = '') =>
  Object.entries(words).map(([word, digits]): [string, NumberWord] => [
    word,
    { kind, codes: figures(digits + more), times: 1 },
  ])

/** Every word that says digits, or stands between them. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map([
  ...saying(digitWords, 'digits'),
  ...saying(tens, 'tens', '0'),
  ...saying(zeros, 'zeros'),
  ...Object.entries(repeats).map(([word, times]): [string, NumberWord] => [
    word,
    { kind: 'times', codes: figures(''), times },
  ]),
  ...fillers.map((word): [string, NumberWord] => [word, { kind: 'filler', codes: figures(''), times: 1 }]),
])

/** The figure that a letter is written for, where there are digits beside it; 0 for any other. */
export const letterDigits = new Uint8Array(256)
for (const [letter, digit] of Object.entries({
  o: '0',
  d: '0',
  q: '0',
  i: '1',
  l: '1',
  z: '2',
  e: '3',
  a: '4',
  s: '5',
  b: '8',
  g: '9',
  t: '7',
}))
  letterDigits[letter.charCodeAt(0)] = digit.charCodeAt(0)

const heads = new Uint8Array(32 * 32)
const headOf = (first: number, second: number) => ((first & 31) << 5) | (second & 31)
for (const [word, { kind }] of numberWords)
  if (kind !== 'filler') heads[headOf(word.charCodeAt(0), word.charCodeAt(1))] = 1

/** Whether a word begins as number words do. */
export const beginsAsNumber = (first: number, second: number): boolean =>
  first >= 97 && second >= 97 && heads[headOf(first, second)] === 1
