import type { StatementId } from '../catalogue.ts'
import type { Act, When } from './acts.ts'
import type { RowId } from './table.ts'
import type { Approval, Owed, Standing } from './terms.ts'

/** A day, as `2026-03-31`. */
export type Day = `${number}-${number}-${number}`

interface OwnRule<A extends Act> {
  readonly id: string
  readonly act: A
  /** The organisation's own words: what it asks, or why it decided so. */
  readonly says: string
  /** The statements it rests on, besides its own words. */
  readonly because: readonly [StatementId, ...StatementId[]]
  readonly needs?: readonly Approval[]
  readonly owed?: readonly Owed[]
  readonly on: Day
}

/** A rule of an organisation's own that asks for more than the guidance does. */
export interface TighteningOf<A extends Act> extends OwnRule<A> {
  readonly when: When<A>
  /** The best that the act can be where this holds. `best` leaves the standing, and only adds what is needed or owed. */
  readonly atMost: Standing
  /** Who set it. */
  readonly by: string
}

/**
 * A senior manager's decision that a limit does not hold, for a time. It is nothing without the entry on the agency's
 * record, which is where its board sees it.
 */
export interface DecisionOf<A extends Act> extends OwnRule<A> {
  readonly row: Extract<RowId, `${A}/${string}`>
  /** Where it does not hold. Left out: wherever the row would. */
  readonly only?: When<A>
  readonly to: 'poor' | 'safe'
  readonly by: { readonly name: string; readonly role: 'senior-manager' }
  /** The last day. */
  readonly until: Day
  /** The entry on the record. */
  readonly entry: string
}

export type Tightening = { [A in Act]: TighteningOf<A> }[Act]
export type Decision = { [A in Act]: DecisionOf<A> }[Act]

/** What an organisation has changed in the rules. */
export interface AgencyRules {
  readonly tightened: readonly Tightening[]
  readonly decided: readonly Decision[]
}

/** Why a rule of an organisation's own is not kept to, with what to do instead. */
export const unkept = {
  'help-first':
    'Nothing may stand before 999, CEOP, the police or telling somebody. The rules on reporting cannot be changed.',
  nameless: 'It does not say who made it, or why. Give a name and a reason.',
  'no-such-value': 'It names a fact or an answer that the act does not have. Choose from those it has.',
  'no-effect': 'It changes nothing. What it asks is asked already.',
  'not-a-limit': 'The row it names allows something. Only a limit can be loosened.',
  firm: 'The row it names has no exception.',
  'off-the-record': 'Its entry on the record is missing, so that the board cannot see it. Record it first.',
  'dates-wrong': 'It must have a first and a last day, not more than a year apart.',
  'safeguard-worse':
    'It would make an act stand worse for a safeguard. Widen it to what is less safe, or narrow it.',
  'too-many': 'The act has as many rules as it can hold. Join some of them into one.',
} as const
export type Unkept = keyof typeof unkept
