import type { Ground } from '../records/index.ts'
import { askChildScreen, askConversationScreen } from './ask.screen.tsx'
import { exportScreen } from './export.screen.tsx'
import { exportsScreen } from './exports.screen.tsx'
import { filePage } from './fetch-file.ts'

export type { Withheld } from './body.ts'
export { checkExport, type ExportCheck, namesOnExport } from './check-export.ts'
export { childExport } from './child-export.ts'
export { exportsEvidence } from './evidence.ts'
export { exportJobs } from './jobs.ts'
export { routes } from './routes.ts'

export const exportPages = (ground: Ground) => [
  exportsScreen,
  askConversationScreen,
  askChildScreen,
  exportScreen,
  filePage(ground),
]
