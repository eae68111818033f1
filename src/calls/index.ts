import { callScreen } from './call.screen.tsx'
import { callsScreen, teamCallsScreen } from './calls.screen.tsx'
import { correctScreen, logScreen } from './log.screen.tsx'
import { numberScreen, openedScreen, whomScreen, withScreen } from './number.screen.tsx'

export { besideCalls } from './beside-calls.ts'
export { type CallLine, callLines, callsWith, isInCallsWith } from './calls-with.ts'
export { callEvidence } from './evidence.ts'
export { callsKept } from './kept-kinds.ts'
export { routes } from './routes.ts'
export { callsWhomNow } from './whom-now.ts'

/** Every page of the telephone calls. */
export const callScreens = [
  callsScreen,
  teamCallsScreen,
  logScreen,
  whomScreen,
  withScreen,
  numberScreen,
  openedScreen,
  correctScreen,
  // Last: what stands under /calls by a name of its own comes before a call.
  callScreen,
]
