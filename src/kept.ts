import { approachesKept } from './approaches/index.ts'
import { callsKept } from './calls/index.ts'
import { keptArrivals } from './channels/index.ts'
import { messagesKept } from './messages/index.ts'
import { keptNotices } from './notices/index.ts'
import type { Kept } from './retention/index.ts'
import { reviewsKept } from './reviews/index.ts'

/** Everything that is kept for a time and then erased, one capability to a line; what goes first stands first. */
export const allKept: readonly Kept[] = [
  ...messagesKept,
  ...callsKept,
  ...approachesKept,
  keptNotices,
  keptArrivals,
  ...reviewsKept,
]
