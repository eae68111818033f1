import { answerScreen, approachScreen } from './approach.screen.tsx'
import { approachesScreen, teamScreen } from './lists.screen.tsx'
import { tellScreen } from './tell.screen.tsx'

export { approachesEvidence } from './evidence.ts'
export { approachJobs } from './jobs.ts'
export { routes } from './routes.ts'

export const approachPages = [approachesScreen, tellScreen, teamScreen, approachScreen, answerScreen]
