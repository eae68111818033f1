import { type Category, type Finding, screen } from '../../src/screening/index.ts'
import { counted, type Figure, type Target } from '../setup/figure.ts'
import * as data from './data.ts'
import { accountWays, evasions, mailWays } from './evasions.ts'

const nothing = { numbers: [], domains: [] }
const found = (text: string): Finding[] => screen(text, { speaker: 'worker', allowed: nothing })
const has = (text: string, categories: readonly Category[]) =>
  found(text).some(
    ({ category, rule }) => categories.includes(category) && rule !== 'link' && rule !== 'place',
  )

const groups: Readonly<Record<'contact' | 'move' | 'abuse' | 'risk', readonly Category[]>> = {
  contact: ['C1'],
  move: ['C3'],
  abuse: ['C13', 'C15', 'C16'],
  risk: ['C17'],
}

const atLeast = (percent: number): Target => ({ atLeast: percent })
const atMost = (percent: number): Target => ({ atMost: percent })
const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(holds).length / all.length

const f1 = (hits: number, wrong: number, missed: number) => (2 * hits) / (2 * hits + wrong + missed || 1)

/** What is found of the published sets, set by set. */
export function publishedQuality(sets: data.Sets): Figure[] {
  return [...numbers(sets), ...spans(sets), ...abuse(sets), ...falseAlarms(sets), ...lookalikes(sets)]
}

function numbers(sets: data.Sets): Figure[] {
  const isNumber = (text: string) => found(text).some(({ rule }) => rule === 'personal-number')
  const { numbers: real, impossible } = data.matcherCases(sets)
  const hits = real.filter(isNumber).length
  const wrong = impossible.filter(isNumber).length
  return [
    counted(
      'phone-words: recall',
      shareOf(data.numbersInWords(sets), ({ text }) => isNumber(text)),
      atLeast(95),
    ),
    counted('libphonenumber: F1', f1(hits, wrong, real.length - hits), atLeast(92)),
    counted('libphonenumber: impossible ones found', wrong / impossible.length, atMost(0)),
  ]
}

const kinds: Readonly<Record<string, string>> = {
  PHONE_NUMBER: 'number',
  EMAIL_ADDRESS: 'address',
  DOMAIN_NAME: 'site',
  STREET_ADDRESS: 'place',
  ZIP_CODE: 'place',
}

function spans(sets: data.Sets): Figure[] {
  const counts = new Map(Object.values(kinds).map(kind => [kind, { hits: 0, all: 0 }]))
  let [right, said] = [0, 0]
  for (const { full_text: text, spans } of data.marked(sets)) {
    const findings = found(text).filter(({ category }) => category === 'C1')
    const touches = (one: Finding, span: data.Span) =>
      one.from < span.end_position && one.to > span.start_position
    const contact = spans.filter(({ entity_type: type }) => kinds[type])
    said += findings.length
    right += findings.filter(one => contact.some(span => touches(one, span))).length
    for (const span of contact) {
      const count = counts.get(kinds[span.entity_type] ?? '')
      if (!count) continue
      count.all++
      if (findings.some(one => touches(one, span))) count.hits++
    }
  }
  const all = [...counts.values()]
  const sum = (key: 'hits' | 'all') => all.reduce((total, one) => total + one[key], 0)
  return [
    counted('presidio-research: precision', right / said, atLeast(95)),
    counted('presidio-research: recall', sum('hits') / sum('all'), atLeast(75)),
    ...[...counts].map(([kind, one]) =>
      counted(
        `presidio-research: recall, ${kind}`,
        one.hits / one.all,
        kind === 'place' ? undefined : atLeast(95),
      ),
    ),
  ]
}

function abuse(sets: data.Sets): Figure[] {
  const bad = (text: string) => has(text, groups.abuse)
  const scored = (what: string, set: { bad: string[]; good: string[] }, target: number) => {
    const hits = set.bad.filter(bad).length
    return counted(
      `${what}: F1`,
      f1(hits, set.good.filter(bad).length, set.bad.length - hits),
      atLeast(target),
    )
  }
  return [
    counted('surge-profanity: recall', shareOf(data.profanity(sets), bad), atLeast(85)),
    scored('davidson', data.davidson(sets), 93),
    scored('hatemojicheck', data.hateInEmoji(sets), 45),
  ]
}

function falseAlarms(sets: data.Sets): Figure[] {
  const harmless = { clinc150: data.clinc(sets), banking77: data.banking(sets), cima: data.cima(sets) }
  const limits = { contact: 0.1, move: 0.1, abuse: 0.2, risk: 0.1 }
  const ham = data.sms(sets).ham
  return [
    ...Object.entries(harmless).flatMap(([name, texts]) =>
      (['contact', 'move', 'abuse', 'risk'] as const).map(group =>
        counted(
          `${name}: false alarms, ${group}`,
          shareOf(texts, text => has(text, groups[group])),
          atMost(limits[group]),
        ),
      ),
    ),
    ...(['contact', 'move'] as const).map(group =>
      counted(
        `sms-spam (ham): false alarms, ${group}`,
        shareOf(ham, text => has(text, groups[group])),
        atMost(0.3),
      ),
    ),
  ]
}

const invented = Array.from(
  { length: 200 },
  (_, at) => `07700900${String((at * 37) % 1000).padStart(3, '0')}`,
)
const names = ['sam', 'amira', 'jo_t', 'kit.lee', 'rowan77', 'ash', 'nell_x', 'priya.h']
const stopped = (text: string) =>
  found(text).some(({ category, strength }) => category === 'C1' && strength === 'high')

function lookalikes(sets: data.Sets): Figure[] {
  const alike = data.lookalikesOf(sets)
  const disguised = (text: string, turn: number) =>
    [...text]
      .map((one, at) =>
        at % 2 === turn % 2 ? (alike.get(one)?.[turn % (alike.get(one)?.length || 1)] ?? one) : one,
      )
      .join('')
  const texts = Array.from({ length: 12 }, (_, turn) => [
    ...invented.slice(0, 20).map(number => disguised(number, turn)),
    ...names.map(name => `my ${disguised('snapchat', turn)} is ${name}`),
  ]).flat()
  return [
    counted('evasions, look-alikes of the published table: recall', shareOf(texts, stopped), atLeast(95)),
  ]
}

/** What is found of evasions that are made here, so that every machine can count them. */
export const evasionQuality = (): Figure[] => [
  ...Object.entries(evasions).map(([what, hide]) =>
    counted(
      `evasions, ${what}: recall`,
      shareOf(invented, number => stopped(`ring me ${hide(number)} ok`)),
      atLeast(95),
    ),
  ),
  ...Object.entries({ 'e-mail addresses': mailWays, accounts: accountWays }).map(([what, ways]) => {
    const texts = ways.flatMap(way => names.map(way))
    return counted(`evasions, ${what}: recall`, shareOf(texts, stopped), atLeast(95))
  }),
]
