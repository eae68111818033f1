import type { Ground } from '../records/index.ts'
import { finishScreen } from './finish.screen.tsx'
import { lessonScreen } from './lesson.screen.tsx'
import { passedScreen } from './passed.screen.tsx'
import { pathScreen } from './path.screen.tsx'
import { peopleFile, peopleScreen } from './people.screen.tsx'
import { lessonQuestionPage, scenarioPage } from './question.screen.tsx'
import { renewalScreen } from './renewal.screen.tsx'

export { passEvidence, renewalEvidence, walkEvidence } from './evidence.ts'
export { type InductionFigures, inductionFigures } from './follow.ts'
export { inductionJobs, oweInduction } from './owe-induction.ts'
export { routes } from './routes.ts'

export const inductionPages = (ground: Ground) => [
  pathScreen,
  lessonScreen,
  lessonQuestionPage(ground),
  scenarioPage(ground),
  finishScreen,
  passedScreen,
  peopleScreen,
  peopleFile(ground),
  renewalScreen,
]
