import type { StatementId } from '../catalogue.ts'
import type { Act, When } from './acts.ts'
import type { Approval, Owed, Standing } from './terms.ts'

/** Why a limit cannot be loosened by any decision. */
export const firmness = {
  'no-exception': 'The guidance allows no exception to it',
  'own-equipment':
    'The one exception is agreed person by person: a senior manager agrees to your own equipment for a time',
  law: 'It may be against the law',
  child: 'A child is to be safe before all else',
} as const
export type Firm = keyof typeof firmness

interface Cited {
  readonly because: readonly [StatementId, ...StatementId[]]
  readonly owed?: readonly Owed[]
}

/** Says that an act is not to be done. */
export interface Limit<A extends Act = never> extends Cited {
  readonly standing: 'forbidden' | 'poor'
  readonly when: When<A>
  /** Why no decision may loosen it. Without this, a senior manager may. */
  readonly firm?: Firm
}

/** Says that an act may be done, where no limit says otherwise. What nothing allows is forbidden. */
export interface Allowance<A extends Act = never> extends Cited {
  readonly standing: 'safe' | 'best'
  readonly when: When<A>
  readonly needs?: readonly Approval[]
}

export type Row<A extends Act> = Limit<A> | Allowance<A>

/** Facts that must hold, of whichever act. */
export type Conditions = Readonly<Record<string, string | readonly string[] | undefined>>

/** A row of whichever act, with its conditions as plain data. */
export interface PlainRow extends Cited {
  readonly standing: Standing
  readonly when: Conditions
  readonly needs?: readonly Approval[]
  readonly firm?: Firm
}

/** The rows of one act, by name. Names and values that the act does not have do not compile. */
export const rowsOf = <A extends Act, const Name extends string>(
  _act: A,
  rows: Readonly<Record<Name, Row<A>>>,
): Readonly<Record<Name, Row<A>>> => rows
