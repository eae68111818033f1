import { kindScreen } from './kind.screen.tsx'
import type { Past } from './past.ts'
import { screeningScreen } from './screening.screen.tsx'
import { tryScreen } from './try.screen.tsx'
import { tryMessagesScreen } from './try-messages.screen.tsx'
import { endTuningScreen, tuningScreen } from './tuning.screen.tsx'

export { tuningEvidence } from './evidence.ts'
export { type Loosened, loosened } from './figures.ts'
export { tuningInForce } from './in-force.ts'
export type { Past, PastMessage, ReadMessage } from './past.ts'
export { routes } from './routes.ts'
export { type Comes, lastMessages } from './rules.ts'
export { type Tuned, type Tuning, tuned, untuned } from './tuned.ts'

export const tuningPages = (past: Past) => [
  screeningScreen,
  kindScreen,
  tryScreen(past),
  tryMessagesScreen(past),
  tuningScreen,
  endTuningScreen(past),
]
