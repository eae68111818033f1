import type { PersonId, Reader } from '../records/index.ts'
import type { DutyKind, dutyRules } from './rules.ts'

/** The kinds that are asked anew when whoever owes them leaves. */
export type AskedAnewKind = {
  [K in DutyKind]: (typeof dutyRules)[K]['onLeaving'] extends 'asked-anew' ? K : never
}[DutyKind]

/** Who would be asked, for each of these kinds, if what the duty is about came today. */
export type WhomNow = Readonly<
  Record<AskedAnewKind, (reader: Reader, aboutId: string) => Promise<readonly PersonId[]>>
>
