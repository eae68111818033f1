import { keyScreen } from './key.screen.tsx'
import { makePage } from './make.screen.tsx'
import type { Sealing } from './page-of.ts'
import {
  addPasskeyPage,
  makeWithPasskeyPage,
  removeLockScreen,
  unlockWithPasskeyPage,
} from './passkey.screen.tsx'
import { askAgainScreen } from './recovery/ask-again.screen.tsx'
import { followScreen } from './recovery/follow.screen.tsx'
import { keyholdersScreen, nameKeyholdersPage } from './recovery/keyholders.screen.tsx'
import { lostPage } from './recovery/lost.screen.tsx'
import { recoveryScreen, stopRecoveryScreen } from './recovery/recovery.screen.tsx'
import { lockPage, unlockPage } from './unlock.screen.tsx'
import { wordsPage } from './words.screen.tsx'

export { newIdentity, openWith, sealAnew, sealFor } from '../kit/age/index.ts'
export { withSealing } from './carried.ts'
export { sealingEvidence } from './evidence.ts'
export { sealingJobs } from './jobs.ts'
export { hasKey, recipientsHere, recipientsOf } from './recipients.ts'
export { routes } from './routes.ts'
export { mayHaveKey } from './rules.ts'
export { unlockedFor } from './sitting.ts'
export { UnlockFirst } from './unlock.screen.tsx'
export type { Unlocked } from './unlocked.ts'

/** Every page of a person’s own key. */
export const sealingPages = (sealing: Sealing) => [
  makePage(sealing),
  unlockPage(sealing),
  lockPage(sealing),
  wordsPage(sealing),
  makeWithPasskeyPage(sealing),
  addPasskeyPage(sealing),
  unlockWithPasskeyPage(sealing),
  removeLockScreen,
  lostPage(sealing),
  askAgainScreen,
  followScreen,
  keyholdersScreen,
  nameKeyholdersPage(sealing),
  recoveryScreen,
  stopRecoveryScreen,
  keyScreen,
]
