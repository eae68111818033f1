/**
 * Binds a table's rows to the entries that recorded them. The content an entry commits to is built from the row's own
 * columns, so that bin/record-verify can rebuild it from the database and see whether the row still says the same.
 */
export interface Evidence<Column extends string = string> {
  readonly table: string
  /** The events whose entry a row of this table may point to with its entry_id. */
  readonly events: readonly string[]
  readonly columns: readonly Column[]
  /** Columns blanked when the entry's content is lawfully erased (db/migrations/0074-retention.sql does it). */
  readonly erasable: readonly Column[]
  /** Those of them that may not be emptied once they say something: they say `(erased)` instead. */
  readonly neverEmpty?: readonly Column[]
  /**
   * Columns that came with a later migration, and what they hold in the rows that were there before. While a column holds
   * that, it is no part of the content: entries that are older than the column hold as they are.
   */
  readonly cameLater?: Readonly<Partial<Record<Column, unknown>>>
}

/** What stands in a column that may not be empty once what it said is erased. */
export const erasedWords = '(erased)'

/** Evidence, with its column names checked against the row's type: `evidence<MessageRow>()({ table: 'message', … })`. */
export const evidence =
  <Row>() =>
  <Column extends keyof Row & string>(binding: Evidence<Column>): Evidence<Column> =>
    binding

/** A value of a row as canonical JSON can hold it: times as ISO text in UTC, bytes as base64. */
function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return value ?? null
}

/** The content that an entry about `row` commits to. */
export function contentOf<Column extends string>(
  binding: Evidence<Column>,
  row: Readonly<Record<Column, unknown>>,
): Record<Column, unknown> {
  const later = binding.cameLater ?? {}
  const shown = binding.columns.filter(
    c => !(Object.hasOwn(later, c) && row[c] === later[c as keyof typeof later]),
  )
  return Object.fromEntries(shown.map(c => [c, plainValue(row[c])])) as Record<Column, unknown>
}

/** What is left of the content once what can be erased of it is. */
export function contentWithoutErased<Column extends string>(
  binding: Evidence<Column>,
  row: Readonly<Record<Column, unknown>>,
): Record<Column, unknown> {
  const blank = (column: Column) =>
    binding.neverEmpty?.includes(column) && (row[column] ?? null) !== null ? erasedWords : null
  return contentOf(binding, {
    ...row,
    ...(Object.fromEntries(binding.erasable.map(c => [c, blank(c)])) as Partial<Record<Column, unknown>>),
  })
}
