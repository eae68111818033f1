import type { Ground } from '../records/index.ts'
import { boardAgencyPage } from './agency.screen.tsx'
import { boardPage } from './board.screen.tsx'
import { boardPolicyFitPage } from './policy-fit.screen.tsx'

export { routes } from './routes.ts'

export const boardPages = (ground: Ground) => [
  boardPage(ground),
  boardAgencyPage(ground),
  boardPolicyFitPage(ground),
]
