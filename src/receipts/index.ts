import type { Ground, LogKeys } from '../records/index.ts'
import { checkPage } from './check.screen.tsx'
import { publicLog } from './public-log.ts'
import { receiptScreen } from './receipt.screen.tsx'
import { receiptFile } from './receipt-file.ts'

export { routes } from './routes.ts'
export { eventWords, proofWords, whyNot } from './words.ts'

export const receiptPages = (ground: Ground, keys: LogKeys) => [
  receiptScreen,
  receiptFile(ground),
  checkPage(ground, keys),
  ...publicLog(ground, keys),
]
