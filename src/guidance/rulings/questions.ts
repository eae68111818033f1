import type { Act, FactOf, Facts } from './acts.ts'
import { type Rules, rule, stateOf } from './rule.ts'

/** The most questions that anybody is asked about one act. */
export const mostQuestions = 5

/** What to ask a person who proposes an act, when this much is known. */
export interface Questions<A extends Act> {
  /** The fact to ask for now; undefined when the ruling cannot change any more. */
  readonly next: FactOf<A> | undefined
  /** How many questions there are still to come at most, this one among them. */
  readonly atMost: number
}

/**
 * The fewest questions that can decide. Each is chosen so that, whatever the answers, the most that are needed are as few
 * as they can be; and among such, so that fewest are needed on the whole. When `next` is undefined, standing, approvals
 * and what is owed are those of the ruling with every fact known.
 */
export function questions<A extends Act>(act: A, known: Facts<A>, rules: Rules): Questions<A> {
  const { compiled } = rules.of(act)
  const [next] = rule(act, known, rules).ask
  return { next, atMost: compiled.depth[stateOf(compiled, known)] ?? 0 }
}
