import { type CsvRow, type CsvSheet, readCsv } from '../../kit/csv/index.ts'
import { Refused } from '../../kit/proof.ts'
import type { Remark } from './problem.ts'
import { type ColumnRule, columnsOf, type ImportKind, mostRows } from './rules.ts'

/** A file with its columns found. Several places hold the parts of one value, such as first name and last name. */
export interface LaidOut {
  readonly kind: ImportKind
  readonly places: Readonly<Record<string, readonly number[]>>
  readonly rows: readonly CsvRow[]
  /** Headings that say nothing to us: their columns are left out. */
  readonly left: readonly string[]
  readonly encoding: CsvSheet['encoding']
  readonly separator: CsvSheet['separator']
}

/** A file that cannot be taken at all, in sentences. */
export interface Unfit {
  readonly sentences: readonly string[]
}

/** A heading without what people write differently: capitals, spaces, marks, accents, and what stands in brackets. */
const bare = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const namesOf = (rule: ColumnRule): readonly string[] => [bare(rule.called), ...rule.also]
const known = (rules: readonly ColumnRule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(rule => [...namesOf(rule), ...(rule.parts?.flat() ?? [])]))

/** Reads a file of this kind and finds its columns, by their headings in any order. */
export function layOut(kind: ImportKind, bytes: Uint8Array): LaidOut | Unfit {
  const rules = columnsOf[kind]
  const headings = known(Object.values(rules))
  const fits = (heading: readonly string[]) => heading.filter(cell => headings.has(bare(cell))).length
  const sheet = readCsv(bytes, { most: mostRows, fits })
  if (sheet instanceof Refused) return { sentences: [unreadable[sheet.reason](sheet.facts.row ?? 1)] }
  if (sheet.rows.length === 0)
    return { sentences: ['The file has headings and no rows. Add a row for each person'] }
  const { places, wrong } = findColumns(rules, sheet.heading.cells)
  if (wrong.length > 0) return { sentences: wrong }
  const used = new Set(Object.values(places).flat())
  const left = sheet.heading.cells.filter((cell, at) => cell && !used.has(at))
  return { kind, places, left, rows: sheet.rows, encoding: sheet.encoding, separator: sheet.separator }
}

function findColumns(rules: Readonly<Record<string, ColumnRule>>, heading: readonly string[]) {
  const bared = heading.map(bare)
  const at = (names: readonly string[]) =>
    bared.flatMap((cell, index) => (names.includes(cell) ? [index] : []))
  const places: Record<string, readonly number[]> = {}
  const wrong: string[] = []
  for (const [key, rule] of Object.entries(rules)) {
    const whole = at(namesOf(rule))
    const parts = rule.parts?.map(at) ?? []
    if (whole.length === 0 && parts.length > 0 && parts.every(part => part.length === 1))
      places[key] = parts.flat()
    else if (whole.length === 1) places[key] = whole
    else if (whole.length > 1)
      wrong.push(
        `These columns all say ${rule.called}: ${whole.map(one => `'${heading[one]}'`).join(', ')}. Keep one of them`,
      )
    else if (rule.needed)
      wrong.push(
        `There is no column called '${rule.called}'. Add it, or give the column that holds it this heading`,
      )
  }
  return { places, wrong }
}

/** What a row holds in a column; nothing where it has no such column. */
export const cellOf = (sheet: LaidOut, row: CsvRow, key: string): string =>
  (sheet.places[key] ?? [])
    .map(at => row.cells[at] ?? '')
    .join(' ')
    .trim()

const saveAs = 'Open it in your spreadsheet, choose Save as, and choose CSV UTF-8'

const unreadable: Readonly<
  Record<
    'empty' | 'spreadsheet' | 'not-text' | 'quote' | 'long-row' | 'too-many-rows',
    (row: number) => string
  >
> = {
  empty: () => 'The file is empty. Choose one with a row of headings and a row for each person',
  spreadsheet: () => `This is a spreadsheet’s own file, not CSV. ${saveAs}`,
  'not-text': () => `This is not a CSV file that can be read. ${saveAs}`,
  quote: row => `A quotation mark that opens in row ${row} is never closed. Close it, or take it away`,
  'long-row': row =>
    `Row ${row} is far too long: a quotation mark may be open in it. Close it, or take it away`,
  'too-many-rows': () =>
    `The file has more than ${mostRows.toLocaleString('en-GB')} rows. Split it into smaller files, and import one after the other`,
}

/** Reads the cells of one row, one by one; what is wrong with any is said under its column's name. */
export function rowReader(sheet: LaidOut, row: CsvRow, problems: Remark[]) {
  const rules = columnsOf[sheet.kind]
  return <T>(
    key: string,
    read: (cell: string) => { ok: true; value: T } | { ok: false; sentence: string },
  ) => {
    const result = read(cellOf(sheet, row, key))
    if (result.ok) return result.value
    problems.push({ row: row.number, column: rules[key]?.called ?? key, sentence: result.sentence })
    return undefined
  }
}
