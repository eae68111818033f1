import { hours, minutes } from '../kit/clock.ts'
import type { Role } from '../records/index.ts'

/** The ways that words go and come beside the page. Adding one: a Channel (channel.ts), and its words here. */
export const channels = {
  email: { by: 'by email', to: 'email' },
  text: { by: 'by text', to: 'phone' },
} as const
export type ChannelKind = keyof typeof channels

/** How a message to one person stands. The database holds what may become what. */
export const deliveryStates = [
  'queued',
  'claimed',
  'handed-over',
  'unsure',
  'delivered',
  'failed',
  'returned',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** The states about which somebody has something to do. */
export const stuck: readonly DeliveryState[] = ['unsure', 'failed', 'returned']

/** Why a message could not be sent, or came back: kept by these names, said in these words. */
export const whyFailed = {
  'no-address': 'nothing is entered of them to send it to',
  'not-connected': 'this way is not connected here',
  'refused-there': 'it was refused where it was handed over',
  'no-such-address': 'there is no such address',
  full: 'their mailbox is full',
  'too-long-tried': 'nobody took it in a day of trying',
  'out-of-reach': 'their phone was off or out of reach',
  stopped: 'they have asked for no more',
  'not-agreed': 'nobody agrees to reaching them in this way any more, or somebody says no',
  'not-there': 'they are no longer in the conversation',
  returned: 'it came back',
} as const
export type WhyFailed = keyof typeof whyFailed

/** Why something that came is held until a person has looked. */
export const whyHeld = {
  'other-sender': 'It came from an address that is not the one entered for them.',
  'not-proven':
    'Nothing proves that it came from the address it gives: its domain did not sign it, or not rightly.',
  'not-in-conversation': 'They are no longer in this conversation.',
  'cannot-be-stored': 'It could not be put in the conversation as things stand there.',
  'several-people': 'Several people are entered with this number.',
  'not-known': 'Nobody is entered with this number.',
  'no-conversation': 'It is not clear which conversation it belongs to.',
  'too-long': 'It is longer than a conversation takes.',
  unreadable: 'It could not be read.',
} as const
export type WhyHeld = keyof typeof whyHeld

/** Why something that came was not taken in at all. */
export const whyRefused = {
  empty: 'There were no words in it.',
  loop: 'It was our own message coming back.',
  stopped: 'They asked for no more.',
} as const
export type WhyRefused = keyof typeof whyRefused

export type Outcome = 'message' | 'held' | 'set-aside' | 'refused' | 'bounce' | 'auto-reply'

/** Who may have something held to decide (decidable): administrators only where a duty has brought it to them. */
export const mayDecide: readonly Role[] = [
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
  'administrator',
]

/** How long a claim stands for a hand-over that is under way, in milliseconds. No hand-over takes so long. */
export const claimGoodFor = minutes(5)
/** How long a hand-over may take, in milliseconds. */
export const longestHandOver = minutes(3)

/** How long after each attempt the next is made, in minutes: about a day altogether. */
const waits: readonly number[] = [1, 2, 5, 10, 20, 30, 60, 120, 180, 240, 300, 360]
export const mostAttempts = waits.length + 1
export const nextAttempt = (attempts: number): number => minutes(waits[attempts - 1] ?? 0)

/** Nobody is sent whom to turn to twice within this, in milliseconds. */
export const helpOnce = hours(12)
/** How often it is tried: for about an hour, after which it says nothing any more of now. */
export const mostHelpAttempts = 7

/** The longest that is kept of what came, in characters. */
export const longestWhole = 400_000
/** Into how many messages one long arrival may go. */
export const mostParts = 20
