import type { Ground } from '../records/index.ts'
import { approveScreen } from './approving/approve.screen.tsx'
import { askScreen } from './approving/ask.screen.tsx'
import { dropScreen, sendBackScreen, withdrawScreen } from './approving/endings.screen.tsx'
import { draftScreen } from './draft.screen.tsx'
import { draftEvidence, revisionEvidence, stepEvidence } from './evidence.ts'
import { checkScreen } from './fit/check.screen.tsx'
import { draftFitScreen } from './fit/draft-fit.screen.tsx'
import { fitScreen } from './fit/fit.screen.tsx'
import { addScreen } from './writing/add.screen.tsx'
import { blankScreen } from './writing/blank.screen.tsx'
import { blanksScreen } from './writing/blanks.screen.tsx'
import { ownScreen } from './writing/own.screen.tsx'
import { partScreen } from './writing/part.screen.tsx'
import { partMoveScreen } from './writing/part-move.screen.tsx'
import { partOutScreen } from './writing/part-out.screen.tsx'
import { partWordingScreen } from './writing/part-wording.screen.tsx'
import { partWordsScreen } from './writing/part-words.screen.tsx'
import { uploadPage } from './writing/upload.screen.tsx'
import { wholeScreen } from './writing/whole.screen.tsx'
import { writeScreen } from './writing/write.screen.tsx'

export { deskToWriteAt, draftToWrite } from './access.ts'
export { approveDraft } from './approving/approve-draft.ts'
export { askApproval } from './approving/ask-approval.ts'
export { FitList } from './fit/fit-list.tsx'
export { SeenFigures } from './fit/fit-summary.tsx'
export { type PolicyFit, policyFits } from './fit/in-force.ts'
export { draftingJobs } from './jobs.ts'
export { routes } from './routes.ts'
export { withText } from './writing/from-text.ts'
export { prefilled } from './writing/known.ts'
export { saveDraft } from './writing/save-draft.ts'
export { startDraft } from './writing/start-draft.ts'

export const draftingEvidence = [draftEvidence, revisionEvidence, stepEvidence] as const

export const draftingPages = (ground: Ground) => [
  uploadPage(ground),
  draftScreen,
  writeScreen,
  wholeScreen,
  addScreen,
  ownScreen,
  partScreen,
  partWordsScreen,
  partWordingScreen,
  partMoveScreen,
  partOutScreen,
  checkScreen,
  blanksScreen,
  blankScreen,
  draftFitScreen,
  fitScreen,
  askScreen,
  approveScreen,
  sendBackScreen,
  withdrawScreen,
  dropScreen,
]
