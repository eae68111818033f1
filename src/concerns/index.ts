import type { Ground, LogKeys } from '../records/index.ts'
import { answerScreen } from './answer.screen.tsx'
import { concernJobs as waitingJobs } from './casework/jobs.ts'
import { caseworkPages } from './casework/pages.ts'
import { chainPages } from './chain/index.ts'
import { concernScreen } from './concern.screen.tsx'
import { concernsScreen } from './concerns.screen.tsx'
import { dangerPage } from './danger.screen.tsx'
import { type Checking, documentPages } from './documents/index.ts'
import { takingPages } from './exports/index.ts'
import { exportJobs } from './exports/jobs.ts'
import { filesPages } from './files/index.ts'
import { fileJobs } from './files/jobs.ts'
import { childGatePage, gatePage, onlinePage, tellPage } from './gate.screen.tsx'
import { handOverScreen } from './handover/hand-over.screen.tsx'
import { takeOverScreen } from './handover/take-over.screen.tsx'
import { dueScreen } from './keeping/due.screen.tsx'
import { eraseScreen } from './keeping/erase.screen.tsx'
import { holdScreen } from './keeping/hold.screen.tsx'
import { keptScreen } from './keeping/kept.screen.tsx'
import { ownScreen } from './own.screen.tsx'
import { makePackScreen } from './packs/make.screen.tsx'
import { packFilePage, packScreen } from './packs/pack.screen.tsx'
import { packsScreen } from './packs/packs.screen.tsx'
import { fromPaperScreen } from './paper/from-paper.screen.tsx'
import { paperPage } from './paper/paper-form.ts'
import { proofPage } from './proof/proof.tsx'
import { leaveToldPage, toldPage } from './told.screen.tsx'
import type { Fault } from './ways-in/take-together.ts'
import { takingNoPictures } from './ways-in/taking-no-pictures.ts'
import { wordsPages } from './words.screen.tsx'

export { lateConcerns } from './casework/late.ts'
export { chainJobs, putOn } from './chain/index.ts'
export { type Checking, documentJobs } from './documents/index.ts'
export { concernsEvidence } from './evidence.ts'
export { checkTold, isTold, namedOnTold, type ToldCheck, toldInWords } from './exports/check.ts'
export { presenceOfReaders } from './handover/cover.ts'
export { routes } from './routes.ts'
export { codeOfTold, tellOfMessage } from './ways-in/about-message.ts'
export { takingNoPictures } from './ways-in/taking-no-pictures.ts'
export { tellAt } from './where.ts'

/** What is done after a change: what waits, exports whose week is over, files between organisations. */
export const concernJobs = (ground: Ground) => ({
  ...waitingJobs(ground),
  ...exportJobs(ground),
  ...fileJobs(ground),
})

/** Every page of concerns: the gate, the words, coming back, and those who read them. */
export const concernPages = (
  ground: Ground,
  about: {
    readonly secure: boolean
    readonly secret: string
    readonly keys: LogKeys
    readonly checking: Checking
    /** Told of what went wrong behind a page that was answered all the same. */
    readonly fault: Fault
  },
) =>
  [
    tellPage(ground),
    gatePage(ground),
    dangerPage(ground, error => about.fault(error, 'that 999 was shown')),
    childGatePage(ground),
    onlinePage(ground),
    ...wordsPages(ground, about),
    ownScreen,
    toldPage(ground, about),
    proofPage(ground, about.keys),
    leaveToldPage(about),
    ...documentPages(ground, about.checking),
    ...caseworkPages(ground),
    // Before a concern, which has an id in the same place. The page of one export’s sending stands before its files.
    ...filesPages(ground, about.keys),
    ...takingPages(ground, about.keys),
    ...chainPages,
    paperPage(ground),
    fromPaperScreen,
    dueScreen,
    handOverScreen,
    takeOverScreen,
    keptScreen,
    holdScreen,
    eraseScreen,
    concernsScreen,
    concernScreen,
    answerScreen,
    packsScreen,
    makePackScreen,
    packScreen,
    packFilePage(ground),
  ].map(takingNoPictures)
