import { CsvError, parse } from 'csv-parse/sync'
import { Refused, refuse } from '../proof.ts'
import { type Decoded, decodeText } from '../text/decode.ts'

/** One row, with the number that a spreadsheet shows beside it: the first line of the file is row 1. */
export interface CsvRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A CSV file as it was read. Rows with nothing in them are left out, and still count in the numbers. */
export interface CsvSheet {
  readonly heading: CsvRow
  readonly rows: readonly CsvRow[]
  readonly encoding: Decoded['encoding']
  readonly separator: ',' | ';' | '\t'
}

/** Why a file could not be read; `row` is where the trouble begins, when there is such a place. */
export type UnreadableCsv = Refused<
  'empty' | 'spreadsheet' | 'not-text' | 'quote' | 'long-row' | 'too-many-rows',
  { readonly row?: number }
>

const separators = [',', ';', '\t'] as const
// Longer than any row of ours by far. An opening quote that is never closed would otherwise take in the whole file.
const longestRow = 20_000
// Rows with nothing in them are allowed for: spreadsheets write as many as were once touched.
const mostBlankRows = 100_000

// What workbooks start with: Excel's and LibreOffice's are ZIP files, old Excel's have a mark of their own.
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/**
 * Reads a CSV file as spreadsheets of any language write them: commas, semicolons or tabs, any line ends, quotes or none,
 * Excel's `sep=;` line. The separator is the one under which `fits` knows the most headings. Refuses more than `most` rows.
 */
export function readCsv(
  bytes: Uint8Array,
  about: { readonly most: number; readonly fits: (heading: readonly string[]) => number },
): CsvSheet | UnreadableCsv {
  if (workbooks.some(start => start.every((byte, at) => bytes[at] === byte))) return no('spreadsheet')
  const read = decodeText(bytes)
  if (!read) return no('not-text')
  const text = read.text.replace(/^sep=[,;\t]\r?\n?/i, '')
  const separator = separatorOf(text, about.fits)
  const rows = rowsOf(text, separator, about.most + 1)
  if (rows instanceof Refused) return rows
  const [heading, ...others] = rows
  if (!heading) return no('empty')
  return { heading, rows: others, encoding: read.encoding, separator }
}

const no = (reason: UnreadableCsv['reason'], row?: number): UnreadableCsv =>
  refuse(reason, row === undefined ? {} : { row })

function separatorOf(text: string, fits: (heading: readonly string[]) => number): CsvSheet['separator'] {
  const tried = separators.map(separator => {
    const rows = rowsOf(text, separator, 1, 'the first only')
    const cells = rows instanceof Refused ? [] : (rows[0]?.cells ?? [])
    return { separator, known: fits(cells), cells: cells.length }
  })
  tried.sort((a, b) => b.known - a.known || b.cells - a.cells)
  return tried[0]?.separator ?? ','
}

/** Thrown out of the parser's own callback: nothing that follows is worth reading. */
class Enough extends Error {
  readonly row: number
  constructor(row: number) {
    super('enough rows')
    this.row = row
  }
}

function rowsOf(
  text: string,
  separator: string,
  most: number,
  only?: 'the first only',
): CsvRow[] | UnreadableCsv {
  const rows: CsvRow[] = []
  let number = 0
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      max_record_size: longestRow,
      on_record: (cells: string[]) => {
        number++
        if (cells.some(cell => /[^\s,;]/.test(cell))) rows.push({ number, cells })
        if (rows.length > most || number - rows.length > mostBlankRows || (only && rows.length > 0))
          throw new Enough(number)
        return null
      },
    })
    return rows
  } catch (error) {
    if (error instanceof Enough) return only ? rows : no('too-many-rows', error.row)
    if (!(error instanceof CsvError)) throw error
    return no(error.code === 'CSV_MAX_RECORD_SIZE' ? 'long-row' : 'quote', number + 1)
  }
}
