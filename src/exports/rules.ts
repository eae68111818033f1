import { days, minutes } from '../kit/clock.ts'
import type { Role } from '../records/index.ts'

/** Who may ask for an export: of a conversation, those who may read it without being in it; of a person, as below. */
export const mayExport: readonly Role[] = [
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]
/** Who may ask for everything about somebody of a family, and is given what is for designated persons alone, but of a parent. */
export const mayExportAll: readonly Role[] = ['designated-person', 'deputy-designated-person']

export const kinds = ['conversation', 'child', 'parent'] as const
export type Kind = (typeof kinds)[number]

/** What an export is called, in its list and on its page: of a conversation by what it is about. */
export const calledOf = ({ kind, name }: { readonly kind: Kind; readonly name: string }): string =>
  kind === 'conversation' ? `“${name}”` : `Everything kept about ${name}`

/** How an export stands. */
export type State = 'looking' | 'choosing' | 'making' | 'ready' | 'gone' | 'failed'

/** How long the files can be fetched. */
export const fetchedFor = days(7)
/** How long names can be gone through before one asks anew. */
export const chosenWithin = days(7)
/** How long an export waits for its last entry to be in the log and witnessed. */
export const witnessedWithin = minutes(2)

export const longestReason = 500
/** As many people as can be gone through by name on one page. Beyond them, families are replaced and staff kept. */
export const mostNamed = 100
/** As many parts of a PDF hold this much each: a thousand messages or other happenings. */
export const perPdf = 1000

/** What may stand in the place of a name. */
export const standIns = {
  'another-child': 'another child',
  'a-parent': 'a parent or carer',
  'a-member-of-staff': 'a member of staff',
  'another-person': 'another person',
} as const
export type StandIn = keyof typeof standIns
export const standInKeys = Object.keys(standIns) as readonly StandIn[]
export type Choice = 'keep' | StandIn

/** What usually stands for somebody: of the staff they are kept; other children and families are replaced. */
export const usually = (kind: 'staff' | 'child' | 'parent', own: boolean): Choice =>
  own || kind === 'staff' ? 'keep' : kind === 'child' ? 'another-child' : 'a-parent'

/** What somebody was in it, in words. */
export const capacities = {
  worker: 'Worker',
  'second-adult': 'Second adult',
  parent: 'Parent or carer in it',
  child: 'Child in it',
  wrote: 'Wrote in it',
  acted: 'Acted, read or looked',
  named: 'Named in an entry',
  said: 'Named in what was written',
} as const
export type Capacity = keyof typeof capacities
