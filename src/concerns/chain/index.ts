import { cameScreen } from './came.screen.tsx'
import { chainScreen } from './chain.screen.tsx'

export { chainEvidence } from './evidence.ts'
export { chainJobs } from './jobs.ts'
export { putOn } from './switch-on.ts'

export const chainPages = [chainScreen, cameScreen]
