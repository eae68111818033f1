import {
  documentRules,
  type Facts,
  type Rules,
  type Ruling,
  rule,
  type StatementId,
} from '../guidance/index.ts'
import { type OwnRule, ownAmong } from '../own-rules/index.ts'
import type { Reader } from '../records/index.ts'
import { isAdult, isStaff, type Part } from './rules.ts'

/** Somebody's part in a conversation, and whether they are in it still. */
export interface Place {
  readonly part: Part
  readonly left_at: Date | null
  /** Set when they are away today: they stand beside nobody then. */
  readonly away_until?: string | null
}

/** Whether a child in it has a second responsible adult there today: the same rule as the database's trigger. */
export function hasSecondAdult(places: readonly Place[]): boolean {
  if (!places.some(p => p.part === 'child' && p.left_at === null)) return true
  const here = places.filter(p => p.left_at === null && !p.away_until)
  return here.filter(p => isAdult(p.part)).length >= 2 && here.some(p => isStaff(p.part))
}

/**
 * What writing in a conversation is, in the rulings' own facts: on the organisation's own account and equipment, for work,
 * kept on the record; and with a child, in the sight of a second adult or not.
 */
export const factsOf = (places: readonly Place[]): Facts<'message'> => {
  const child = places.some(({ part, left_at }) => part === 'child' && left_at === null)
  return {
    who: child ? 'child' : 'parent',
    profile: 'agreed',
    device: 'organisation',
    purpose: 'work',
    sight: child && hasSecondAdult(places) ? 'second-adult' : 'kept',
  }
}

export const rulingOn = (places: readonly Place[], rules: Rules): Ruling<'message'> =>
  rule('message', factsOf(places), rules)

/** Whether an act may be done, as it stands. */
export const isAllowed = ({ standing }: Pick<Ruling, 'standing'>): boolean =>
  standing === 'safe' || standing === 'best'

/** What the guidance says of writing here, whatever an organisation has laid over it. */
export const allowedHere = (places: readonly Place[]): boolean => isAllowed(rulingOn(places, documentRules))

/** The statements by which a message may go, for its entry. */
export const citesOf = (places: readonly Place[]): readonly StatementId[] =>
  rulingOn(places, documentRules).because

// What is refused below has no exception, so that no rule of an organisation's own can make it otherwise.

/** Giving a family a detail of one's own. */
export const givesOwnDetail = rule('share-details', { who: 'parent', whose: 'own' }, documentRules)
/** Writing to a child whom no second adult stands beside. */
export const aloneWithChild = rule(
  'message',
  { who: 'child', profile: 'agreed', device: 'organisation', purpose: 'work', sight: 'kept' },
  documentRules,
)
/** Writing on when the work is over and nobody has agreed to it. */
export const afterTheWork = rule(
  'follow-up',
  { who: 'parent', by: 'organisation', purpose: 'work', agreed: 'no', sight: 'kept' },
  documentRules,
)

/** The rules of our own by which writing here is not to be done, where the guidance alone would allow it; else undefined. */
export async function forbiddenByOurs(
  reader: Reader,
  places: readonly Place[],
  { rules }: { readonly rules: Rules },
): Promise<readonly OwnRule[] | undefined> {
  const ruling = rulingOn(places, rules)
  return isAllowed(ruling) || !allowedHere(places) ? undefined : ownAmong(reader, ruling.rows)
}
