import { familyWorriedScreen, worriedScreen } from './raise.screen.tsx'
import { worriesScreen, worryAnswerScreen, worryScreen } from './worry.screen.tsx'

export { oweWorries } from './answer-worry.ts'
export { worryEvidence } from './evidence.ts'

export const worriedPages = [
  worriedScreen,
  familyWorriedScreen,
  worriesScreen,
  worryScreen,
  worryAnswerScreen,
]
