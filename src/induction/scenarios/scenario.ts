import type { Act, FactOf, Facts, ValueOf } from '../../guidance/index.ts'
import type { Way } from '../../library/index.ts'

/** An act with every fact of it known. What the sentence does not say is as it would usually be. */
export interface Proposed {
  readonly act: Act
  readonly facts: Facts<Act>
}

type Whole<A extends Act> = { readonly [F in FactOf<A>]: ValueOf<A, F> }

/** Something one might do, with the facts a ruling on it turns on. A name or value that the act does not have does not compile. */
export const doing = <A extends Act>(act: A, facts: Whole<A>): Proposed => ({ act, facts })

interface About {
  readonly id: string
  /** What it is about: a way of being in contact, or telling somebody of a worry. */
  readonly way: Way | 'reporting'
  /** Whether it is for those who are in contact with children and families; otherwise it is for everybody. */
  readonly contact: boolean
  /** What happens, in an ordinary sentence or three, to *you*. */
  readonly says: string
}

/** May you? Yes, yes if others agree, or no. */
export interface MayScenario extends About {
  readonly kind: 'may'
  readonly asks: string
  readonly proposed: Proposed
}

/** Which of these may you do? Or none of them. */
export interface ChooseScenario extends About {
  readonly kind: 'choose'
  readonly ways: readonly { readonly words: string; readonly proposed: Proposed }[]
}

/**
 * A situation, and what is proposed in it. Which answer is right stands nowhere: it is ruled on when somebody answers,
 * by the rules their organisation keeps to on that day (judge.ts).
 */
export type Scenario = MayScenario | ChooseScenario
