import type { Effect, Kind, Section } from '../guidance/index.ts'
import type { Role } from '../records/index.ts'

/** The six ways of being in contact, each with a section of the document. */
export const ways = {
  'social-networking': {
    title: 'Social networking',
    about: 'Profiles, friends, groups and what others can see',
  },
  email: { title: 'Email', about: 'Which account, and what to keep' },
  images: { title: 'Pictures and film', about: 'Whose camera, whose permission, where they go' },
  phones: { title: 'Mobile phones', about: 'Calls, texts, and whose phone' },
  'live-streaming': { title: 'Live streaming', about: 'Webcams and video calls' },
  internet: { title: 'Using the internet', about: 'Searching, filters, and being monitored' },
} as const satisfies Partial<Record<Section, { title: string; about: string }>>
export type Way = keyof typeof ways

export const isWay = (text: string): text is Way => Object.hasOwn(ways, text)

/** How each kind of statement is headed on a page, and the colour of its edge. */
export const kinds = {
  dont: { head: 'Do not', edge: 'red' },
  inappropriate: { head: 'Not appropriate', edge: 'red' },
  best: { head: 'Best practice', edge: 'green' },
  good: { head: 'Good practice', edge: 'green' },
  appropriate: { head: 'Appropriate', edge: 'green' },
  safe: { head: 'Safe practice', edge: 'blue' },
  poor: { head: 'Poor practice', edge: 'orange' },
  risk: { head: 'What is at risk', edge: 'purple' },
  'in-place': { head: 'What should be in place', edge: 'teal' },
  expectation: { head: 'What is expected', edge: 'teal' },
  legal: { head: 'The law', edge: 'purple' },
  case: { head: 'A case', edge: 'grey' },
  definition: { head: 'What a word means', edge: 'grey' },
  report: { head: 'Reporting', edge: 'red' },
  source: { head: 'A source', edge: 'grey' },
  meta: { head: 'About the document', edge: 'grey' },
} as const satisfies Readonly<Record<Kind, { head: string; edge: string }>>

/** The order in which a way's page shows them. Best and good are the same step: the document says one or the other. */
export const wayOrder: readonly (readonly Kind[])[] = [
  ['expectation'],
  ['dont'],
  ['best', 'good'],
  ['safe'],
  ['poor'],
  ['risk'],
  ['in-place'],
]

export const effectColours = {
  corrects: 'red',
  replaces: 'orange',
  moved: 'yellow',
  adds: 'blue',
  reads: 'purple',
  confirms: 'green',
} as const satisfies Readonly<Record<Effect, string>>

export const audiences = {
  anyone: 'Anybody',
  worker: 'Everybody who works or volunteers',
  manager: 'Managers',
  organisation: 'The organisation',
  board: 'The safeguarding board',
} as const

/** Who may say, for the agency, that a note was held against its sources. */
export const mayCheck: readonly Role[] = [
  'designated-person',
  'deputy-designated-person',
  'senior-manager',
  'administrator',
]

export const findings = {
  holds: 'It is so, as it stands here',
  differs: 'Something is not so, or not so any more',
} as const
export type Finding = keyof typeof findings
