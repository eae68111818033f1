import type { Ground } from '../../records/index.ts'
import type { Checking } from './checking.ts'
import { documentsScreen } from './documents.screen.tsx'
import { handInPage } from './hand-in.screen.tsx'
import { takePage } from './take.ts'
import { toldDocumentPage } from './told-document.screen.tsx'

export type { Checking } from './checking.ts'
export { documentJobs } from './waiting.ts'

export const documentPages = (ground: Ground, checking: Checking) => [
  toldDocumentPage(ground, checking),
  documentsScreen,
  // Before one of them, which has an id in the same place.
  handInPage(ground, checking),
  takePage(ground),
]
