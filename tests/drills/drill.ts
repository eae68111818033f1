/** A fault, brought about on purpose on real parts, and what came of it. */
export interface Drill {
  readonly name: string
  /** What it tries, in a sentence. */
  readonly about: string
  /** Tries it all, telling as it goes. Gives how much was tried, and each thing that was lost or missed. */
  readonly run: (options: Readonly<Record<string, string>>, tell: (line: string) => void) => Promise<Outcome>
}

export interface Outcome {
  readonly tried: string
  readonly lost: readonly string[]
}

/** Rows as a table of text; the first row is the heads. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map(row => `${row[at] ?? ''}`.length))) ?? []
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, at) =>
        typeof cell === 'number' ? `${cell}`.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}
