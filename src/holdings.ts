import { conversationsHolding } from './messages/index.ts'
import { groupsHolding } from './notices/index.ts'
import { decisionsHolding } from './own-rules/index.ts'
import { askedHolding, type Holding, peopleHoldings } from './people/index.ts'
import { policiesHolding } from './policies/index.ts'
import { postersHolding } from './posters/index.ts'
import { reviewedHolding, reviewsHolding } from './reviews/index.ts'
import { allWhomNow } from './whom-now.ts'

/** Everything that a person may hold and that must be another's before they leave, one capability to a line. */
export const allHoldings: readonly Holding[] = [
  ...peopleHoldings,
  conversationsHolding,
  policiesHolding,
  postersHolding,
  decisionsHolding,
  reviewsHolding,
  reviewedHolding,
  groupsHolding,
  askedHolding(allWhomNow),
]
