import { callsWhomNow } from './calls/index.ts'
import { channelsWhomNow } from './channels/index.ts'
import type { WhomNow } from './duties/index.ts'
import { messagesWhomNow } from './messages/index.ts'
import { reviewsWhomNow } from './reviews/index.ts'

/** Who would be asked today, for every kind of duty that is asked anew when whoever owes it leaves, or may no longer do it. */
export const allWhomNow: WhomNow = {
  ...messagesWhomNow,
  ...channelsWhomNow,
  ...callsWhomNow,
  ...reviewsWhomNow,
}
