import type { Ground } from '../records/index.ts'
import { askConversationScreen, askPersonScreen } from './ask.screen.tsx'
import { exportScreen } from './export.screen.tsx'
import { exportsScreen } from './exports.screen.tsx'
import { filePage } from './fetch-file.ts'

export type { Body, BodyEntry, BodyPerson, Withheld } from './body.ts'
export { standInsFor } from './body.ts'
export { checkExport, type ExportCheck, namesOnExport } from './check-export.ts'
export { fieldAt, isChoice } from './choose-names.ts'
export { exportsEvidence } from './evidence.ts'
export { exportJobs } from './jobs.ts'
export { hashOf } from './make.ts'
export { placeIn } from './named-in.ts'
export { pdfsOf } from './paper.ts'
export { personExport } from './person-export.ts'
export { selectEverybody } from './queries.ts'
export { Names, replaced, wordsKept } from './replace.ts'
export { routes } from './routes.ts'
export { type Choice, fetchedFor, mostNamed, perPdf, standInKeys, standIns } from './rules.ts'

export const exportPages = (ground: Ground) => [
  exportsScreen,
  askConversationScreen,
  askPersonScreen,
  exportScreen,
  filePage(ground),
]
