import { type Refused, refuse } from '../kit/proof.ts'
import type { PersonId } from '../records/index.ts'
import type { Facts } from '../routing/index.ts'
import type { Code } from './code.ts'
import { type Hearing, type Here, hearingOf } from './hearing.ts'
import type { Said } from './said.ts'
import type { CameBy } from './tables.ts'

/** A concern as it was said, before it is sealed. */
export interface Report {
  readonly facts: Facts
  readonly said: Omit<Said, 'v' | 'salt' | 'at'>
  readonly code: Code
  readonly cameBy: CameBy
  /** Whoever is signed in and gives their name; undefined where nobody is, or they wish to be nobody. */
  readonly by: PersonId | undefined
  /** What whoever tells said when they were asked whether it is about somebody in their words who would read it. */
  readonly isAbout?: string | undefined
}

/**
 * Nobody here may read it, or this organisation does not take any yet; or it is to be said first whether it is about these, who
 * would read it and stand in the words.
 */
export type NotReported = Refused<'nobody-to-read' | 'not-on'> | Refused<'is-it-about', readonly string[]>

const hearingFor = (here: Here, { facts, said: { adult, words, who }, by }: Report): Hearing =>
  hearingOf(here, facts, { adult, words: [words, who].join('\n'), by })

/** Which of those it is about, by the answer; undefined where it answers nothing. */
const namedBy = (asks: readonly string[], answer: string | undefined): readonly string[] | undefined => {
  if (asks.length === 0 || answer === 'no') return []
  if (answer === 'yes') return asks
  return answer && asks.includes(answer) ? [answer] : undefined
}

/** The report, with these among the names of whom it is about. */
const withNames = (report: Report, names: readonly string[]): Report =>
  names.length === 0
    ? report
    : {
        ...report,
        said: { ...report.said, adult: [report.said.adult, ...names].filter(Boolean).join(' and ') },
      }

/** A report with who hears of it. */
export interface Heard {
  readonly report: Report
  readonly hearing: Hearing
}

/** Who hears of a report, whose names are added to where whoever tells said that it is about them. */
export function heard(here: Here, report: Report): Heard | NotReported {
  const first = hearingFor(here, report)
  const named = namedBy(first.asks, report.isAbout)
  if (!named) return refuse('is-it-about', first.asks)
  const told = withNames(report, named)
  const hearing = named.length > 0 ? hearingFor(here, told) : first
  return hearing.heardBy.length > 0 ? { report: told, hearing } : refuse('nobody-to-read')
}
