import { eraseScreen } from './erase.screen.tsx'
import { holdScreen, liftHoldScreen } from './hold.screen.tsx'
import { holdsScreen } from './holds.screen.tsx'
import { keepingScreen } from './keeping.screen.tsx'
import type { Kept } from './kept.ts'
import { kindScreen } from './kind.screen.tsx'
import { holdConversationScreen, holdPersonScreen } from './place.screen.tsx'

export { conversationToHold, mayBeErasedBy, personToHold } from './access.ts'
export { EraseForm, eraseFields } from './erase-form.tsx'
export { eraseByHand } from './erase-thing.ts'
export { retentionEvidence } from './evidence.ts'
export { type Shortened, shortened } from './figures.ts'
export { type HeldFacts, heldWords } from './held.ts'
export { keptForFamilies, monthsOf } from './in-force.ts'
export { retentionJobs, retentionTimes } from './jobs.ts'
export { fromAdulthood, type Kept, type Part, partOf } from './kept.ts'
export { EraseLink, HoldLink } from './links.tsx'
export { placeHold } from './place-hold.ts'
export { routes } from './routes.ts'
export { beginning, type KeptKind, keptKindAt } from './rules.ts'

/** `all` are the kinds that the rooms above keep: src/kept.ts. */
export const retentionPages = (all: readonly Kept[]) => [
  keepingScreen(all),
  kindScreen(all),
  holdsScreen,
  holdPersonScreen,
  holdConversationScreen,
  holdScreen,
  liftHoldScreen,
  eraseScreen(all),
]
