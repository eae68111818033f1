import type { Ground } from '../records/index.ts'
import { caseworkScreens } from './casework/pages.ts'
import { answerScreen, concernScreen } from './concern.screen.tsx'
import { concernsScreen } from './concerns.screen.tsx'
import { childGatePage, dangerPage, gatePage, onlinePage, tellPage } from './gate.screen.tsx'
import { leaveToldPage, toldPage } from './told.screen.tsx'
import { wordsPages } from './words.screen.tsx'

export { concernJobs } from './casework/jobs.ts'
export { concernsEvidence } from './evidence.ts'
export { routes } from './routes.ts'

/** Every page of concerns: the gate, the words, coming back, and those who read them. */
export const concernPages = (ground: Ground, about: { readonly secure: boolean }) => [
  tellPage(ground),
  gatePage(ground),
  dangerPage(ground),
  childGatePage(ground),
  onlinePage(ground),
  ...wordsPages(ground, about),
  toldPage(ground, about),
  leaveToldPage(about),
  ...caseworkScreens,
  concernsScreen,
  concernScreen,
  answerScreen,
]
