import { type DutyFigures, dutyFigures } from '../duties/index.ts'
import { type InductionFigures, inductionFigures } from '../induction/index.ts'
import type { Permitted } from '../kit/proof.ts'
import { type OverseenDecision, overseenDecisions } from '../own-rules/index.ts'
import { type MemberAgency, type PeopleFigures, peopleFigures } from '../people/index.ts'
import { type PolicyFigures, policyFigures } from '../policies/index.ts'
import { type Ground, read, system } from '../records/index.ts'
import { type Shortened, shortened } from '../retention/index.ts'
import { type Loosened, loosened } from '../tuning/index.ts'

/** One agency in figures: how many, never who; but for what loosens a limit or the screening. */
export interface AgencyFigures {
  readonly agency: MemberAgency
  readonly people: PeopleFigures
  readonly policies: readonly PolicyFigures[]
  readonly duties: DutyFigures
  readonly induction: InductionFigures
  /** What its senior managers have decided, by name: a decision is nothing without it. */
  readonly decisions: readonly OverseenDecision[]
  /** What is gentler there than the screening’s own rules, and what may be given, by name too. */
  readonly loosened: readonly Loosened[]
  /** What they keep for a shorter time than it is kept by itself. */
  readonly shortened: readonly Shortened[]
}

/** Asks every capability's door for its figures, in the agency's own rooms: each agency in a transaction of its own. */
export function figuresOf(
  ground: Ground,
  agency: Permitted<'oversee', MemberAgency>,
): Promise<AgencyFigures> {
  return read(ground, system(agency.id), async reader => ({
    agency,
    people: await peopleFigures(reader),
    policies: await policyFigures(reader),
    duties: await dutyFigures(reader),
    induction: await inductionFigures(reader),
    decisions: await overseenDecisions(reader),
    loosened: await loosened(reader),
    shortened: await shortened(reader),
  }))
}

export type Standing = 'none' | 'not-all' | 'everyone'

/** Whether everybody in the agency has signed the acceptable use policy that is in force. */
export function standingOf({ policies }: Pick<AgencyFigures, 'policies'>): Standing {
  const use = acceptableUse(policies)
  if (!use?.inForce) return 'none'
  return use.signed === use.staff ? 'everyone' : 'not-all'
}

export const acceptableUse = (policies: readonly PolicyFigures[]): PolicyFigures | undefined =>
  policies.find(policy => policy.kind === 'acceptable-use')
