import type { Ground, LogKeys } from '../records/index.ts'
import { caseworkScreens } from './casework/pages.ts'
import { answerScreen, concernScreen } from './concern.screen.tsx'
import { concernsScreen } from './concerns.screen.tsx'
import { childGatePage, dangerPage, gatePage, onlinePage, tellPage } from './gate.screen.tsx'
import { makePackScreen } from './packs/make.screen.tsx'
import { packFilePage, packScreen } from './packs/pack.screen.tsx'
import { packsScreen } from './packs/packs.screen.tsx'
import { proofPage } from './proof/proof.tsx'
import { leaveToldPage, toldPage } from './told.screen.tsx'
import { wordsPages } from './words.screen.tsx'

export { concernJobs } from './casework/jobs.ts'
export { concernsEvidence } from './evidence.ts'
export { routes } from './routes.ts'

/** Every page of concerns: the gate, the words, coming back, and those who read them. */
export const concernPages = (ground: Ground, about: { readonly secure: boolean; readonly keys: LogKeys }) => [
  tellPage(ground),
  gatePage(ground),
  dangerPage(ground),
  childGatePage(ground),
  onlinePage(ground),
  ...wordsPages(ground, about),
  toldPage(ground, about),
  proofPage(ground, about.keys),
  leaveToldPage(about),
  ...caseworkScreens,
  concernsScreen,
  concernScreen,
  answerScreen,
  packsScreen,
  makePackScreen,
  packScreen,
  packFilePage(ground),
]
