import { screen } from '../src/screening/index.ts'
import { banking, clinc, davidson, publishedSets, sms } from './screening/data.ts'
import { labelledQuality } from './screening/labelled.ts'
import { loaded } from './screening/load.ts'
import { ordinary } from './screening/messages.ts'
import { peers } from './screening/peers.ts'
import { evasionQuality, publishedQuality } from './screening/quality.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { interleaved } from './setup/measure.ts'

const rounds = 3
const messages = 20_000
const by = {
  speaker: 'worker',
  allowed: { numbers: ['02079460200'], domains: ['riverside.example'] },
} as const

/** Screening of whole messages with spans and citations: how fast, how slow at its worst, and what it finds, set by set. */
export async function measure(): Promise<Report> {
  const sets = publishedSets()
  const corpus = sets ? [...clinc(sets), ...banking(sets), ...sms(sets).all, ...davidson(sets).bad] : ordinary
  // A prime step, so that every set is met from the first round on.
  const texts = Array.from({ length: messages }, (_, at) => corpus[(at * 7919) % corpus.length] ?? '')
  const short = texts.filter(text => text.length <= 500)
  const [some, twice] = [hostile(5_000), hostile(10_000)]
  const theirs = await peers()
  const fewer = texts.slice(0, messages / 10)
  const found = await interleaved(rounds, {
    rate: () => rate(texts, text => screen(text, by)),
    theirs: () => (theirs ? rate(fewer, theirs) : 0),
    middle: () => within(short, 0.5),
    p99: () => within(short, 0.99),
    worst: () => Math.max(...some.map(slowest)),
    twice: () => Math.max(...some.map((text, at) => growth(text, twice[at] ?? ''))),
    load: () => loaded().then(({ ms }) => ms),
    memory: () => loaded().then(({ mb }) => mb),
    megabyte: () => Math.max(...hostile(1_000_000).map(once)),
  })
  const figure = (
    what: string,
    unit: 'a second' | 'µs' | 'ms' | 'MB' | 'times',
    ours: keyof (typeof found)[0],
    target?: object,
  ) => figureOf({ what, unit, rounds: found, ours, ...target })
  const mean = Math.round(texts.reduce((sum, { length }) => sum + length, 0) / texts.length)
  return {
    figures: [
      figure('messages screened', 'a second', 'rate', { target: { atLeast: 250_000 } }),
      ...(theirs
        ? [
            figure('the same messages', 'a second', 'rate', {
              against: { name: 'theirs', what: 'obscenity + libphonenumber-js + linkifyjs' },
              target: { ratioAtLeast: 15 },
            }),
          ]
        : []),
      figure('a message screened, in the middle', 'µs', 'middle'),
      figure('a message screened, 99 of 100', 'µs', 'p99', { target: { atMost: 50 } }),
      figure('the slowest of the hostile messages of 5,000 characters', 'ms', 'worst', {
        target: { atMost: 2 },
      }),
      figure('the same at twice the length, against itself', 'times', 'twice', { target: { atMost: 2.2 } }),
      figure('the slowest of the hostile texts of a million characters', 'ms', 'megabyte', {
        target: { atMost: 1000 },
      }),
      figure('loaded in a fresh process, in processor time', 'ms', 'load', { target: { atMost: 50 } }),
      figure('memory that it takes, in a fresh process', 'MB', 'memory', { target: { atMost: 20 } }),
      ...labelledQuality(),
      ...evasionQuality(),
      ...(sets ? publishedQuality(sets) : []),
    ],
    notes: [
      sets
        ? `${corpus.length} messages of clinc150, banking77, sms-spam and davidson, ${mean} characters in the mean.`
        : 'LANYARD_SCREENING_DATA names no folder of published sets, so the speed is over a few messages of our own and the quality over evasions made here.',
      ...(theirs ? [] : ['obscenity, libphonenumber-js and linkifyjs are not installed: there is no peer.']),
      'rates, loading and the hostile messages are in processor time; a finding of a bare link or postcode stops nothing and is not counted as an alarm.',
    ],
  }
}

function rate(texts: readonly string[], read: (text: string) => unknown): number {
  const from = process.cpuUsage()
  for (const text of texts) read(text)
  const { user, system } = process.cpuUsage(from)
  return (texts.length * 1_000_000) / (user + system)
}

/** Microseconds within which this share of the messages is screened. */
function within(texts: readonly string[], share: number): number {
  const times = new Float64Array(texts.length)
  for (const [at, text] of texts.entries()) {
    const from = performance.now()
    screen(text, by)
    times[at] = performance.now() - from
  }
  return (times.sort()[Math.floor(texts.length * share)] ?? 0) * 1000
}

/** Texts made to be slow to read. */
const hostile = (length: number): string[] =>
  [
    '0',
    'a',
    '@',
    '.',
    ' ',
    '0 ',
    'a ',
    'a@',
    'a.',
    'at ',
    'dot ',
    'a at ',
    'a dot ',
    'a dot com ',
    '1/1/',
    '0:',
    'oh ',
    'double ',
    'my snap is ',
    'insta ',
    'www.',
    'a.b@',
    '1 a street ',
    'sw1',
    'dont tell ',
    '+',
    '(',
    '((0',
    '\u200b',
    '👍',
    'é',
    'о',
    'o0',
    'zeroone',
    'a'.repeat(63).concat('.'),
    'send me a ',
    'sam@a.com ',
    '07700 900123 ',
    'seven ',
    'e\u0301',
    '$a',
    '1 ab street ',
    's*##him ',
    '##)fu$a$',
    '0*my snap is and ',
    '0*$a$hes ',
    'f*0ku ',
    '0.at >',
    '🔫7',
  ].map(piece => piece.repeat(Math.ceil(length / piece.length)).slice(0, length))

function once(text: string): number {
  const from = performance.now()
  screen(text, by)
  return performance.now() - from
}

/** The processor time a text takes in milliseconds: the least of several, so that what else the machine does is not counted. */
const slowest = (text: string): number => least(text, text)[0]

/** How many times as long the second text takes as the first. Both are read in turns, so that both have the same machine. */
function growth(text: string, other: string): number {
  const [one, two] = least(text, other)
  return two / one
}

/** The least that each of two texts takes, in many short turns: a long one is seldom undisturbed. */
function least(text: string, other: string): readonly [number, number] {
  const took = (read: string, times: number) => {
    const from = process.cpuUsage()
    for (let time = 0; time < times; time++) screen(read, by)
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000 / times
  }
  const times = Math.min(50, Math.ceil(0.3 / Math.max(0.01, took(text, 1))))
  const turns = Array.from({ length: 40 }, () => [took(text, times), took(other, times)] as const)
  return [Math.min(...turns.map(([one]) => one)), Math.min(...turns.map(([, two]) => two))]
}
