import type { NoteId, StatementId } from '../../guidance/index.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import type { PosterId } from '../rules.ts'

/** How the points of a group are meant. The word stands on the poster, and each has a shape of its own. */
export const groupKinds = {
  'do-not': 'Do not',
  do: 'Do',
  best: 'Best practice',
  good: 'Good practice',
  safe: 'Safe practice',
  poor: 'Poor practice',
  steps: undefined,
  words: undefined,
} as const
export type GroupKind = keyof typeof groupKinds

/** One thing a poster says, and what of the guidance it says. */
export interface Point {
  /** Names it within its poster, for an organisation that words it otherwise. */
  readonly id: string
  readonly says: string
  readonly cites: readonly StatementId[]
  /** Newer facts that it rests on. */
  readonly notes?: readonly NoteId[]
}
export interface PointGroup {
  readonly id: string
  readonly kind: GroupKind
  readonly points: readonly Point[]
}

/** People or places to tell, with how they are reached: from what the organisation says of itself, never typed here. */
export interface TellGroup {
  readonly id: string
  readonly kind: 'tell'
  readonly label?: string
  readonly columns: 1 | 2
  readonly contacts: readonly { readonly who: string; readonly lines: readonly string[] }[]
  readonly cites: readonly StatementId[]
  readonly notes?: readonly NoteId[]
}
export type Group = PointGroup | TellGroup

export interface Content {
  readonly eyebrow: string
  readonly title: string
  readonly groups: readonly Group[]
  /** What stands beside the code: whom to ask, where to get equipment. */
  readonly foot: readonly string[]
  /** Whether 999 stands first, before all else, as it does where somebody is worried. */
  readonly helpFirst?: true
  /** Whether it is for a child to read. */
  readonly forChildren?: true
}

export type ContentOf = (facts: OrganisationFacts) => Content
export type Contents = Readonly<Record<PosterId, ContentOf>>

/** A point, by what it cites: `says('own', 'Do not …', ['SN-DONT-1'])`. */
export const says = (
  id: string,
  words: string,
  cites: readonly StatementId[],
  notes: readonly NoteId[] = [],
): Point => ({ id, says: words, cites, notes })

/** The points of one group, which is named as its kind. */
export const group = (kind: GroupKind, ...points: readonly Point[]): PointGroup => ({
  id: kind,
  kind,
  points,
})

/** Whom to ask here, with the number where it was given. */
export function askHere({ designated }: OrganisationFacts): string {
  const [first] = designated
  if (!first) return 'Not sure? Ask the designated person before you act.'
  return `Not sure? Ask ${first.name}, our designated person${first.phone ? `: ${first.phone}` : ''}.`
}

/** Where equipment is got from, when the organisation has said. */
export const equipmentHere = (what: string, { equipment }: OrganisationFacts): readonly string[] =>
  equipment ? [`${what}: ${equipment.where}, from ${equipment.who}.`] : []
