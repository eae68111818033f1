import { minutes } from '../kit/clock.ts'

/** What happened, as one choice on the form: which way the call went, and what came of it. */
export const happenings = {
  'out-spoke': { way: 'out', result: 'spoke', words: 'I called them, and we spoke' },
  'in-spoke': { way: 'in', result: 'spoke', words: 'They called me, and we spoke' },
  'out-missed': { way: 'out', result: 'missed', words: 'I called them, and nobody answered' },
  'out-message': { way: 'out', result: 'message', words: 'I called them, and left a message' },
  'in-missed': { way: 'in', result: 'missed', words: 'They called me, and I missed it' },
} as const
export type Happened = keyof typeof happenings
export const happenedIds = Object.keys(happenings) as readonly Happened[]

export type Way = 'out' | 'in'
export type Result = 'spoke' | 'message' | 'missed'

/** The same in the words of somebody who reads it. */
export const resultWords: Readonly<Record<Way, Partial<Record<Result, string>>>> = {
  out: { spoke: 'Called them, and spoke', missed: 'Called them, no answer', message: 'Left them a message' },
  in: { spoke: 'They called, and spoke', missed: 'They called, and it was missed' },
}

/** Whose phone it was. */
export const phones = {
  work: 'A phone of the organisation',
  own: 'My own phone',
} as const
export type Phone = keyof typeof phones
export const phoneIds = Object.keys(phones) as readonly Phone[]

/** What the second adult was. Both read what was written down. */
export const seconds = {
  present: 'They were there, or listened in',
  told: 'They were not there: this tells them',
} as const
export type SecondWas = keyof typeof seconds
export const secondIds = Object.keys(seconds) as readonly SecondWas[]

/** How long a number that was opened can be seen, in milliseconds: long enough to dial it. */
export const numberShown = minutes(15)

/** The database holds the same. */
export const longest = {
  about: 200,
  agreed: 2000,
  reason: 200,
  ownReason: 500,
  says: 500,
  minutes: 600,
} as const
