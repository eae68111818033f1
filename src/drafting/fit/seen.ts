import { type FitStands, fitFigures, fitOf, type MadeOf } from '../../clauses/index.ts'
import type { PolicyKind } from '../../policies/index.ts'

/** How a text stood to the guidance when somebody put their name to it: how many statements are covered, and so on. */
export type Seen = Readonly<Record<FitStands, number>>

/** How a text stands to the guidance, in figures. */
export const seenOf = (kind: PolicyKind, madeOf: MadeOf): Seen => fitFigures(fitOf(kind, madeOf)).stands

/** What an approver has to say that they saw: everything that is not covered. */
export const gapsIn = (seen: Seen): number => seen.weaker + seen.contradicts + seen.missing + seen['to-check']
