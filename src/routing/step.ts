import type { NoteId, StatementId } from '../guidance/index.ts'
import type { Body, OutsideBody } from './bodies.ts'
import type { When } from './facts.ts'
import type { Hearer } from './rules-inside.ts'

export const weights = { must: 'Must', may: 'May', 'must-not': 'Must not' } as const
export type Weight = keyof typeof weights

/** A time within which something is to be done. Working days are for whoever knows the bank holidays. */
export type Span = { readonly workingDays: number } | { readonly hours: number }
export type By = 'at-once' | 'same-day' | 'any-time' | Span

/** What an organisation settles. */
export interface Settings {
  /** How soon the LADO is told: one working day in most places, 24 hours in some. */
  readonly lado: Span
  /** Roles that nobody has here. */
  readonly without?: readonly Hearer[]
}
export const usualSettings: Settings = { lado: { workingDays: 1 } }

const counted = (count: number, one: string, several: string) =>
  count === 1 ? `one ${one}` : `${count} ${several}`

/** How soon, as it stands on a screen: *within one working day*. */
export function byInWords(by: By): string {
  if (by === 'at-once') return 'at once'
  if (by === 'same-day') return 'the same day'
  if (by === 'any-time') return 'at any time'
  if ('hours' in by) return `within ${counted(by.hours, 'hour', 'hours')}`
  return `within ${counted(by.workingDays, 'working day', 'working days')}`
}

/** One thing to do, or not to do, about a concern. */
export interface Step {
  readonly id: string
  readonly weight: Weight
  /** Who is told. Undefined: it is about what not to do. */
  readonly to?: Body
  /** Who does it: whoever is worried, or whoever of ours hears of it. A step of theirs is never before one of `you`. */
  readonly whose: 'you' | Hearer
  readonly by: By
  /** What to do, said to whoever does it. */
  readonly does: string
  readonly why: string
  readonly because: readonly [StatementId, ...StatementId[]]
  readonly notes: readonly NoteId[]
}

/** A step as a row: when it is there, and what it says. Of the rows to one body and of one side, the first that fits is taken. */
export interface Row {
  readonly id: string
  readonly weight: Weight
  readonly to?: OutsideBody
  /** Whose step it is: `theirs` is that of whoever leads; where nobody can, of whoever is worried. */
  readonly whose: 'you' | 'theirs'
  readonly by: 'at-once' | 'same-day' | 'any-time' | 'lado'
  readonly when: When
  /** Only where somebody of ours leads, or only where nobody is free to. */
  readonly where?: 'somebody-leads' | 'nobody-leads'
  readonly does: string
  readonly why: string
  readonly because: readonly [StatementId, ...StatementId[]]
  readonly notes: readonly NoteId[]
}
