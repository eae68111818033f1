import type { Ground, LogKeys } from '../../records/index.ts'
import { filePageOf, takePage } from './file.screen.tsx'
import { filesScreen } from './files.screen.tsx'
import { sendPage } from './send.screen.tsx'

/** Every page of files that go from one organisation to another. */
export const filesPages = (ground: Ground, keys: LogKeys) => [
  sendPage(ground, keys),
  filesScreen,
  filePageOf(ground, keys),
  takePage(ground, keys),
]
