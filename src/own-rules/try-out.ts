import {
  type CalendarDay,
  type Decision,
  type RulesInForce,
  rulesOf,
  type Tightening,
  type Unkept,
} from '../guidance/index.ts'
import type { Reader } from '../records/index.ts'
import { agencyRules, allOf } from './in-force.ts'

/** What an organisation's rules are on a day without something proposed, and with it. */
export interface TriedOut {
  readonly before: RulesInForce
  readonly after: RulesInForce
  /** Why what is proposed would not be kept to. */
  readonly why: Unkept | undefined
  /** The words of another rule of ours that would no longer be kept to. */
  readonly undoes: string | undefined
}

/** Tries a tightening or a decision out beside everything that nobody has ended. Nothing of it is stored. */
export async function tryOut(
  reader: Reader,
  proposed: { readonly tightening: Tightening } | { readonly decision: Decision },
  day: CalendarDay,
): Promise<TriedOut> {
  const now = agencyRules(await allOf(reader))
  const before = rulesOf(now, day)
  const after =
    'tightening' in proposed
      ? rulesOf({ ...now, tightened: [...now.tightened, proposed.tightening] }, day)
      : rulesOf({ ...now, decided: [...now.decided, proposed.decision] }, day)
  const { id } = 'tightening' in proposed ? proposed.tightening : proposed.decision
  const lost = after.unkept.find(one => one.id !== id && !before.unkept.some(other => other.id === one.id))
  return {
    before,
    after,
    why: after.unkept.find(one => one.id === id)?.why,
    undoes: [...now.tightened, ...now.decided].find(one => one.id === lost?.id)?.says,
  }
}
