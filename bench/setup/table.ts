import { type Figure, reaches, type Target, type Unit } from './figure.ts'
import type { Spread } from './measure.ts'

const columns = ['figure', 'ours', 'spread', 'against', 'measured', 'ratio', 'spread', 'target'] as const

/** The figures as one table of plain text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [[...columns], ...figures.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = rows
  return [line(head), widths.map(width => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}

function cellsOf(figure: Figure): string[] {
  const { what, unit, ours, against } = figure
  return [
    what,
    `${inWords(ours.median)} ${unit}`,
    spread(ours),
    against?.what ?? '',
    against ? `${inWords(against.measured.median)} ${unit}` : '',
    against ? inWords(against.ratio.median) : '',
    against ? spread(against.ratio) : '',
    verdict(figure),
  ]
}

const spread = ({ low, high }: Spread): string => `${inWords(low)} to ${inWords(high)}`

/** Three figures that count; whole numbers above a hundred. */
const inWords = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en-GB')
    : value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })

function verdict(figure: Figure): string {
  const reached = reaches(figure)
  if (reached === undefined || !figure.target) return ''
  return `${targetIn(figure.target, figure.unit)}: ${reached ? 'reached' : 'NOT REACHED'}`
}

function targetIn(target: Target, unit: Unit): string {
  if ('atMost' in target) return `at most ${inWords(target.atMost)} ${unit}`
  if ('atLeast' in target) return `at least ${inWords(target.atLeast)} ${unit}`
  return `ratio at least ${target.ratioAtLeast}`
}
