import type { OutsideBody } from '../../routing/index.ts'
import type { LinkTable, StepKind } from '../tables.ts'

/** Why somebody opens a concern: asked once a day, and shown to the others who read it. */
export const reasons = {
  'first-look': 'It came to me, and I look at it for the first time',
  work: 'I am working on it',
  asked: 'A colleague who reads it, or somebody outside, asked me about it',
  review: 'I look whether what was decided still holds',
  covering: 'I stand in for somebody who is away',
  other: 'Something else',
} as const
export type ReasonName = keyof typeof reasons
export const reasonNames = Object.keys(reasons) as ReasonName[]
export const isReason = (text: string | null): text is ReasonName =>
  text !== null && Object.hasOwn(reasons, text)

/** What was decided about a body outside. */
export const decisions = {
  referred: 'To refer it',
  consulted: 'To ask their advice',
  'not-referred': 'Not to refer it',
} as const satisfies Partial<Record<StepKind, string>>
export type Decision = keyof typeof decisions
export const decisionNames = Object.keys(decisions) as Decision[]
export const isDecision = (step: StepKind): step is Decision => step in decisions

/** The bodies that a decision is about. */
export const decidedFor = [
  'lado',
  'children-services',
  'police',
  'ceop',
  'iwf',
  'report-remove',
  'other-agency',
  'nspcc',
] as const satisfies readonly OutsideBody[]

export const linkWords = {
  child: 'A child',
  family: 'A parent or carer',
  staff: 'Somebody who works or volunteers here, and is not the one it is about',
} as const satisfies Record<LinkTable['part'], string>

/** What each step says of itself, in the list of what was done. */
export const stepWords: Readonly<Record<StepKind, string>> = {
  opened: 'opened it',
  referred: 'decided to refer it',
  consulted: 'decided to ask for advice',
  'not-referred': 'decided not to refer it',
  'action-done': 'did what was to be done',
  reviewed: 'looked at it again',
  'close-asked': 'asked to close it',
  closed: 'closed it',
  reopened: 'opened it again, or kept it open',
  'seen-together': 'saw what was done in it, with all that is told of a child',
  'gone-through': 'went through it for an export',
  'pack-made': 'made what a body outside is handed',
  'export-asked': 'asked for everything in it, to take away',
  'document-opened': 'downloaded a document',
  'document-waits': 'handed in a document, which waits to be checked for viruses',
  'document-refused': 'handed in a document with a virus in it, which was not kept',
  'glass-broken': 'let themself in, because nobody who reads it could be reached',
  held: 'put a hold on erasing it',
  released: 'lifted the hold on erasing it',
  'erase-asked': 'asked for it to be erased',
  'erase-declined': 'said that it is kept',
  erased: 'erased it',
}

/** The duties about one concern: closed when whoever owes them is kept out of it, or when it is closed. */
export const concernDuties = [
  'look-at-concern',
  'read-concern',
  'answer-reporter',
  'tell-lado',
  'review-concern',
  'see-broken-glass',
  'see-refused-document',
  'confirm-closing',
  'look-if-kept-long-enough',
  'confirm-erasing',
] as const
