import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Published sets, each in its folder as its publisher lays it out. Not part of this project: see the note of the bench. */
export interface Sets {
  readonly folder: string
  readonly read: (path: string) => string
}

/** The folder that LANYARD_SCREENING_DATA names, where it is there. */
export function publishedSets(): Sets | undefined {
  const folder = process.env.LANYARD_SCREENING_DATA
  if (!folder || !existsSync(folder)) return undefined
  return { folder, read: path => readFileSync(join(folder, path), 'utf8') }
}

type Rows = Record<string, string>[]
const rows = (text: string): Rows =>
  parse(text, { columns: true, relax_quotes: true, skip_empty_lines: true }) as Rows
const column = (all: Rows, name: string): string[] => all.flatMap(row => (row[name] ? [row[name]] : []))

export const clinc = ({ read }: Sets): string[] => {
  const parts = JSON.parse(read('clinc150/data_full.json')) as Record<string, [string, string][]>
  return Object.values(parts).flatMap(part => part.map(([text]) => text))
}

export const banking = ({ read }: Sets): string[] =>
  ['train', 'test'].flatMap(part => column(rows(read(`banking77/${part}.csv`)), 'text'))

export function cima({ read }: Sets): string[] {
  const { prepDataset } = JSON.parse(read('cima/dataset.json')) as {
    prepDataset: Record<string, { past_convo: string[]; tutorResponses: string[] }>
  }
  return Object.values(prepDataset).flatMap(one => [...one.past_convo, ...one.tutorResponses])
}

export function sms({ read }: Sets): { ham: string[]; all: string[] } {
  const lines = read('sms-spam/sms.tsv').split('\n').filter(Boolean)
  const texts = (kept: string[]) => kept.map(line => line.slice(line.indexOf('\t') + 1))
  return { ham: texts(lines.filter(line => line.startsWith('ham\t'))), all: texts(lines) }
}

/** Tweets that were found offensive or hateful, and the rest. */
export function davidson({ read }: Sets): { bad: string[]; good: string[] } {
  const all = rows(read('davidson/labeled_data.csv'))
  return {
    bad: column(
      all.filter(row => row.class !== '2'),
      'tweet',
    ),
    good: column(
      all.filter(row => row.class === '2'),
      'tweet',
    ),
  }
}

export const profanity = ({ read }: Sets): string[] =>
  column(rows(read('surge-profanity/profanity_en.csv')), 'text')

export function hateInEmoji({ read }: Sets): { bad: string[]; good: string[] } {
  const all = rows(read('hatemojicheck/test.csv'))
  return {
    bad: column(
      all.filter(row => row.label_gold === '1'),
      'text',
    ),
    good: column(
      all.filter(row => row.label_gold === '0'),
      'text',
    ),
  }
}

/** Advertisements with the number that each gives. */
export const numbersInWords = ({ read }: Sets): { text: string; number: string }[] =>
  [...read('phone-words/tests.js').matchAll(/^(?!\s*\/\/).*\{text: "(.*)",\s+number: "(\d+)"\}/gm)].map(
    ([, text = '', number = '']) => ({ text: text.replaceAll('\\n', '\n'), number }),
  )

/** The cases of libphonenumber's matcher by how sure it has to be. */
export function matcherCases({ read }: Sets): { numbers: string[]; impossible: string[] } {
  const text = read('libphonenumber/PhoneNumberMatcherTest.java')
  const casesOf = (name: string) => {
    const from = text.indexOf(`NumberTest[] ${name}_CASES`)
    const body = text.slice(from, text.indexOf('};', from))
    return [...body.matchAll(/^\s*new NumberTest\("(.*?)", RegionCode/gm)].map(([, written = '']) =>
      written.replace(/\\u([0-9A-F]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }
  return {
    numbers: ['VALID', 'STRICT_GROUPING', 'EXACT_GROUPING'].flatMap(casesOf),
    impossible: casesOf('IMPOSSIBLE'),
  }
}

export interface Span {
  readonly entity_type: string
  readonly start_position: number
  readonly end_position: number
}

export const marked = ({ read }: Sets): { full_text: string; spans: Span[] }[] =>
  JSON.parse(read('presidio-research/synth_dataset_v2.json'))

/** Look-alikes of each letter and digit. */
export const lookalikesOf = ({ read }: Sets): ReadonlyMap<string, readonly string[]> =>
  new Map(
    read('homoglyph/chars.txt')
      .split('\n')
      .filter(line => /^[a-z0-9]/i.test(line))
      .map(line => [...line])
      .map(([plain = '', ...others]) => [plain, others] as const),
  )
