// What makes a spreadsheet take a cell for a formula, in any of its languages.
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** Whether a spreadsheet that opens a file with this cell in it might run it. */
export const startsLikeAFormula = (cell: string): boolean => formula.test(cell)

/**
 * A cell that no spreadsheet runs: an apostrophe stands before what looks like a formula, at its start and after any
 * separator in it, since a spreadsheet set to another language cuts cells at another separator, quotes or none.
 */
const harmless = (cell: string): string =>
  (startsLikeAFormula(cell) ? `'${cell}` : cell).replace(/([;\t\r\n]\s*)([=+\-@＝＋－＠])/g, "$1'$2")

/** A CSV file (RFC 4180) with a mark that says it is UTF-8, so that Excel reads it as such. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map(cells => cells.map(cell => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`

/** A CSV file as a download under this name. */
export const csvAnswer = (name: string, rows: readonly (readonly string[])[]): Response =>
  new Response(csvText(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
