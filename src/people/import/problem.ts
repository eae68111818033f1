/** Something to say about one row of a file; without a column, about the whole of it. The sentence quotes what was given. */
export interface Remark {
  readonly row: number
  readonly column?: string
  readonly sentence: string
}

/** Row 14, Email: 'jo@' is not an email address. Give one like name@example.org. */
export const inWords = ({ row, column, sentence }: Remark): string =>
  `Row ${row.toLocaleString('en-GB')}${column ? `, ${column}` : ''}: ${sentence}`

/** What a file comes to: who it would bring in, what is wrong with it (then nobody), and what is worth knowing. */
export interface Checked<Row> {
  readonly rows: readonly Row[]
  readonly problems: readonly Remark[]
  readonly notes: readonly Remark[]
}

export const byRow = (remarks: readonly Remark[]): readonly Remark[] =>
  remarks.toSorted((a, b) => a.row - b.row)
