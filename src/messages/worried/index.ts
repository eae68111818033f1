import { familyWorriedScreen, worriedScreen } from './raise.screen.tsx'
import type { Telling } from './tell.ts'
import { worriesScreen, worryAnswerScreen, worryScreen } from './worry.screen.tsx'

export { oweWorries } from './answer-worry.ts'
export { worryEvidence } from './evidence.ts'
export type { Telling } from './tell.ts'

/** `telling` takes a worry as a concern. Those that were raised before, or where nobody could read one, are read here. */
export const worriedPages = (telling: Telling) => [
  telling.guarded(worriedScreen(telling)),
  telling.guarded(familyWorriedScreen(telling)),
  worriesScreen,
  worryScreen,
  worryAnswerScreen,
]
