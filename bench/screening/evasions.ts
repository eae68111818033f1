/** Ways in which people hide a number, each of which gives the same number. */
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const letters = ['o', 'l', 'z', 'e', 'a', 's', '6', '7', 'b', 'g']
const each = (number: string, way: (digit: string, at: number) => string, by = '') =>
  [...number].map(way).join(by)
const grouped = (number: string, by: string) =>
  [number.slice(0, 5), number.slice(5, 8), number.slice(8)].join(by)

export const evasions: Readonly<Record<string, (number: string) => string>> = {
  'spaces between digits': number => each(number, digit => digit, ' '),
  'dots between digits': number => each(number, digit => digit, '.'),
  'dashes between digits': number => each(number, digit => digit, '-'),
  'slashes between groups': number => grouped(number, '/'),
  'stars between groups': number => grouped(number, '***'),
  'number words': number => each(number, digit => words[Number(digit)] ?? '', ' '),
  'number words with oh': number =>
    each(number, digit => (digit === '0' ? 'oh' : (words[Number(digit)] ?? '')), ' '),
  'double and triple': number =>
    number.replace(/(\d)\1{2}|(\d)\2|\d/g, run => {
      const word = words[Number(run[0])]
      return `${run.length === 3 ? 'triple ' : run.length === 2 ? 'double ' : ''}${word} `
    }),
  'words and figures': number =>
    each(number, (digit, at) => (at % 2 ? (words[Number(digit)] ?? '') : digit), ' '),
  'letters for some digits': number =>
    each(number, (digit, at) => (at % 3 === 0 ? (letters[Number(digit)] ?? '') : digit)),
  'full-width': number => each(number, digit => String.fromCharCode(0xff10 + Number(digit))),
  'emoji digits': number => each(number, digit => `${digit}\ufe0f\u20e3`),
  'circled digits': number =>
    each(number, digit => (digit === '0' ? '⓪' : String.fromCharCode(0x245f + Number(digit)))),
  'nothing shown between': number => each(number, digit => digit, '\u200b'),
  'marks on digits': number => each(number, digit => `${digit}\u0336`),
  'country in front': number => `+44 (0) ${grouped(number.slice(1), ' ')}`,
}

/** Ways of giving an e-mail address. */
export const mailWays: readonly ((name: string) => string)[] = [
  name => `${name} at gmail dot com`,
  name => `${name} AT gmail DOT com`,
  name => `${name}(at)gmail(dot)com`,
  name => `${name} [at] gmail [dot] com`,
  name => `${name}{at}gmail{dot}com`,
  name => `${name} <at> gmail <dot> com`,
  name => `${name} @ gmail . com`,
  name => `${name}@gmail dot com`,
  name => `${name} at hotmail dot co dot uk`,
]

/** Ways of giving an account. */
export const accountWays: readonly ((name: string) => string)[] = [
  name => `my snap is ${name}`,
  name => `my insta: ${name}`,
  name => `insta ${name}_07`,
  name => `add me on snapchat ${name}`,
  name => `im @${name} on there`,
  name => `add @${name}`,
  name => `find me on tiktok as ${name}`,
  name => `my discord name is ${name}`,
  name => `snap me, ${name}.07`,
  name => `my gamertag is ${name}`,
  name => `my username is ${name}`,
  name => `snapchat = ${name}`,
]
