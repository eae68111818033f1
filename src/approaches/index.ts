import { answerScreen, approachScreen } from './approach.screen.tsx'
import { declareScreen } from './links/declare.screen.tsx'
import { decideLinkScreen, endLinkScreen, linkScreen } from './links/link.screen.tsx'
import { linksScreen, teamLinksScreen } from './links/lists.screen.tsx'
import { approachesScreen, teamScreen } from './lists.screen.tsx'
import { tellScreen } from './tell.screen.tsx'

export { type ApproachLine, approachLines } from './approaches-by.ts'
export { approachesEvidence } from './evidence.ts'
export { approachJobs } from './jobs.ts'
export { approachesKept } from './kept-kinds.ts'
export { personalLinksOf } from './links/figures.ts'
export { linkRoutes } from './links/routes.ts'
export { routes } from './routes.ts'

export const approachPages = [
  approachesScreen,
  tellScreen,
  teamScreen,
  approachScreen,
  answerScreen,
  linksScreen,
  declareScreen,
  teamLinksScreen,
  linkScreen,
  decideLinkScreen,
  endLinkScreen,
]
