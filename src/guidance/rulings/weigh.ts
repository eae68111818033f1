import type { StatementId } from '../catalogue.ts'
import type { Conditions } from './row.ts'
import { bitsOf, type Space } from './space.ts'
import { type Approval, approvalNames, type Owed, owedNames, rankOf, type Standing } from './terms.ts'

/** One thing to weigh: a row of the guidance, a row that a decision loosened, or an organisation's own tightening. */
export interface Weight {
  /** A row's id, a decision's or a tightening's. */
  readonly id: string
  readonly standing: Standing
  readonly when: Conditions
  /** Where any of these hold as well, it does not count: a decision has loosened it there. */
  readonly unless?: readonly Conditions[]
  readonly because: readonly StatementId[]
  readonly needs?: readonly Approval[] | undefined
  readonly owed?: readonly Owed[] | undefined
  /** An organisation's own: it can only bring the standing down, and add what is needed and owed. */
  readonly cap?: boolean
}

/** A weight made ready for one act: everything that can be a set of bits is one. */
export interface Ready {
  readonly rank: number
  readonly cap: boolean
  readonly needs: number
  readonly owed: number
  readonly holds: (digits: readonly number[]) => boolean
}

const among = <T>(all: readonly T[], some: readonly T[] = []): number =>
  all.reduce((bits, one, at) => (some.includes(one) ? bits | (1 << at) : bits), 0)

const satisfied = (bits: readonly number[], digits: readonly number[]): boolean =>
  bits.every((allowed, at) => (allowed & (1 << (digits[at] ?? 0))) !== 0)

export function ready(space: Space, weight: Weight): Ready {
  const when = bitsOf(space, weight.when)
  const unless = (weight.unless ?? []).map(conditions => bitsOf(space, conditions))
  return {
    rank: rankOf(weight.standing),
    cap: weight.cap ?? false,
    needs: among(approvalNames, weight.needs),
    owed: among(owedNames, weight.owed),
    holds: digits => satisfied(when, digits) && !unless.some(bits => satisfied(bits, digits)),
  }
}

/** What it comes to when every fact is known: the standing's rank, what is needed and owed, and which weights made it so. */
export interface Weighed {
  readonly rank: number
  readonly needs: number
  readonly owed: number
  /** One bit for each weight, in their order. */
  readonly by: number
}

/** From this rank up, an act may be done. */
const allowed = rankOf('safe')
const highest = rankOf('best')

/**
 * Weighs everything that holds. The worst limit wins; where there is none, the best allowance does; what nothing allows
 * is forbidden. Then an organisation's own rules bring it down. Approvals are asked for only when the act may be done.
 */
export function weigh(weights: readonly Ready[], digits: readonly number[]): Weighed {
  const holding = weights.map(weight => weight.holds(digits))
  const ranks = weights.flatMap(({ rank, cap }, at) => (holding[at] && !cap ? [rank] : []))
  const limits = ranks.filter(rank => rank < allowed)
  const base = limits.length > 0 ? Math.min(...limits) : Math.max(0, ...ranks)
  const caps = weights.flatMap(({ rank, cap }, at) => (holding[at] && cap ? [rank] : []))
  const rank = Math.min(base, highest, ...caps)
  let [needs, owed, by] = [0, 0, 0]
  weights.forEach((weight, at) => {
    if (!holding[at] || !counts(weight, base, rank)) return
    needs |= rank >= allowed ? weight.needs : 0
    owed |= weight.owed
    by |= 1 << at
  })
  return { rank, needs, owed, by }
}

/** Whether what holds also made the outcome. What a capped allowance needs is still needed. */
function counts({ rank: own, cap, needs, owed }: Ready, base: number, rank: number): boolean {
  if (cap) return own === rank || (rank >= allowed && (needs | owed) !== 0)
  return own === base && (base === rank || rank >= allowed)
}
