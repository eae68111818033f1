import type { Ground } from '../../records/index.ts'
import { actionScreen, actScreen } from './action.screen.tsx'
import { bodyScreen } from './body/body.screen.tsx'
import { childScreen } from './child.screen.tsx'
import { closeScreen } from './close.screen.tsx'
import { correctScreen } from './correct.screen.tsx'
import { decideScreen } from './decide.screen.tsx'
import { glassScreen, withinScreen } from './glass.screen.tsx'
import { letInScreen } from './let-in.screen.tsx'
import { linkScreen } from './link.screen.tsx'
import { lowLevelScreen } from './low-level.screen.tsx'
import { openScreen } from './open.screen.tsx'
import { reviewScreen } from './review.screen.tsx'
import { searchPage } from './search.screen.tsx'
import { subjectScreen } from './subject.screen.tsx'

/** Every page of what is done about a concern. Those with a name in the place of a concern come first. */
export const caseworkPages = (ground: Ground) => [
  searchPage(ground),
  childScreen,
  lowLevelScreen,
  withinScreen,
  glassScreen,
  actionScreen,
  openScreen,
  decideScreen,
  actScreen,
  reviewScreen,
  linkScreen,
  bodyScreen,
  correctScreen,
  subjectScreen,
  letInScreen,
  closeScreen,
]
