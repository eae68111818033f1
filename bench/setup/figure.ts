import { type Round, type Spread, spreadOf } from './measure.ts'

/** One line of the table: what was measured, what it is held against, and how the two compare. */
export interface Figure {
  readonly what: string
  readonly unit: Unit
  readonly ours: Spread
  /** A peer or a limit, measured in the same run; or nothing to hold it against. */
  readonly against?: { readonly what: string; readonly measured: Spread; readonly ratio: Spread } | undefined
  /** What the figure is meant to reach. */
  readonly target?: Target | undefined
}

export type Unit = 'a second' | 'ms' | 'µs' | 's' | 'MB' | '%' | 'times'
export type Target =
  | { readonly ratioAtLeast: number }
  | { readonly atMost: number }
  | { readonly atLeast: number }

/** What a bench file gives: its figures, and sentences that the reader of them should know. */
export interface Report {
  readonly figures: readonly Figure[]
  readonly notes: readonly string[]
}

interface Compared<Name extends string> {
  readonly what: string
  readonly unit: Unit
  readonly rounds: readonly Round<Name>[]
  readonly ours: Name
  readonly against?: { readonly name: Name; readonly what: string }
  readonly target?: Target
}

/**
 * A figure out of rounds. The ratio is taken within each round, where both had the same machine, and is above 1 where ours
 * is the better: more in a second, less time, less memory.
 */
export function figureOf<Name extends string>(about: Compared<Name>): Figure {
  const { what, unit, rounds, ours, against, target } = about
  const all = (name: Name) => spreadOf(rounds.map(round => round[name]))
  const better = (round: Round<Name>, peer: Name) =>
    unit === 'a second' ? round[ours] / round[peer] : round[peer] / round[ours]
  return {
    what,
    unit,
    ours: all(ours),
    against: against && {
      what: against.what,
      measured: all(against.name),
      ratio: spreadOf(rounds.map(round => better(round, against.name))),
    },
    target,
  }
}

/** Whether a figure reaches its target, by its medians. Undefined when it has none. */
export function reaches({ ours, against, target }: Figure): boolean | undefined {
  if (!target) return undefined
  if ('atMost' in target) return ours.median <= target.atMost
  if ('atLeast' in target) return ours.median >= target.atLeast
  return (against?.ratio.median ?? 0) >= target.ratioAtLeast
}

/** A figure that is the same in every round: it is counted, not timed. */
export const counted = (what: string, share: number, target?: Target): Figure => {
  const value = share * 100
  return { what, unit: '%', ours: { median: value, low: value, high: value }, target }
}
