import type { StepKind } from '../tables.ts'

/** On what ground one is erased: chosen from these, so that what stays on the record says nothing of what is gone. */
export const grounds = {
  'time-over': 'Its time is over, and nobody needs it any more',
  'data-law': 'The law requires it to go before its time: somebody asked, and they are right',
  'not-ours': 'It was never ours to keep: told to us by mistake, and handed to whom it was for',
  'no-concern': 'It was no concern: somebody tried the form',
} as const
export type Ground = keyof typeof grounds
export const groundNames = Object.keys(grounds) as Ground[]
export const isGround = (text: string | null): text is Ground => text !== null && Object.hasOwn(grounds, text)

/** The steps of keeping and erasing; the newest says how it stands. */
export const keepingSteps = [
  'held',
  'released',
  'erase-asked',
  'erase-declined',
  'erased',
  'reopened',
] as const satisfies readonly StepKind[]

/** A hold is looked at again after this long. */
export const holdStands = 365 * 86_400_000
