import { deliveryScreen, wholeScreen } from './delivery.screen.tsx'
import { arrivalScreen, heldScreen } from './held.screen.tsx'
import { heldDangerScreen, heldDetailsScreen, heldPlaceScreen } from './held-steps.screen.tsx'

export type { Arriving } from './arriving.ts'
export { besideMessages } from './beside.ts'
export { type Channel, type Channels, channel, type Handed, type Helping, type Outgoing } from './channel.ts'
export { type Email, openEmail } from './email/open-email.ts'
export type { Resolver } from './email/proven.ts'
export { channelEvidence } from './evidence.ts'
export { hasBeenSent } from './has-been-sent.ts'
export { helpedWords } from './helped.ts'
export { channelJobs } from './jobs.ts'
export { keptArrivals } from './kept-kind.ts'
export { actorOf, type Received, receive } from './receive.ts'
export { routes } from './routes.ts'
export { hear, hearOf, type Told } from './settle.ts'
export type { DeliveryId } from './tables.ts'
export { channelsWhomNow } from './whom-now.ts'

export const channelPages = [
  heldScreen,
  arrivalScreen,
  heldDangerScreen,
  heldDetailsScreen,
  heldPlaceScreen,
  deliveryScreen,
  wholeScreen,
]
