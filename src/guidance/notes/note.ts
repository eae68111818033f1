import type { StatementId } from '../catalogue.ts'
import { type Day, monthsAfter, nextSeptember, type When } from './when.ts'

/** What a note does to the statements it stands beside. Those that go `above` come before the statement on every page. */
export const effects = {
  corrects: { word: 'Correction', above: true },
  replaces: { word: 'Different now', above: true },
  moved: { word: 'Moved', above: false },
  adds: { word: 'New since 2015', above: false },
  reads: { word: 'Our reading', above: false },
  confirms: { word: 'Still so', above: false },
} as const
export type Effect = keyof typeof effects

/** How good a source is. */
export const grades = {
  A: 'The Act, the regulator, or the body itself',
  B: 'Somebody who tells of it: a law firm, a council, a partnership, the press',
  C: 'A copy, or only a part was seen',
} as const
export type Grade = keyof typeof grades

/** What is told by its own date, by the day from which it was so, or, where the page bears no date, by when it was read. */
export type Dated = { readonly published: When } | { readonly since: When } | { readonly undatedReadIn: When }

export interface Source {
  readonly title: string
  readonly grade: Grade
  readonly dated: Dated
  readonly href?: string
}

/** Where in the United Kingdom it holds. The law differs; the 2015 document says nothing of it. */
export type Where = 'England and Wales' | 'England' | 'United Kingdom'

/** How soon a note is to be checked again. The first three are the usual advice; a year for the others is our choice. */
export const keeping = {
  address: {
    words: 'Telephone numbers and addresses: every 6 months',
    until: (checked: When) => monthsAfter(checked, 6),
  },
  statutory: { words: 'Statutory guidance: every September', until: nextSeptember },
  penalty: {
    words: 'Offences and penalties: every year',
    until: (checked: When) => monthsAfter(checked, 12),
  },
  practice: { words: 'Practice and duties: every year', until: (checked: When) => monthsAfter(checked, 12) },
  history: { words: 'What happened stays so', until: () => undefined },
} as const satisfies Readonly<Record<string, { words: string; until: (checked: When) => Day | undefined }>>
export type Keeping = keyof typeof keeping

/** What stands beside statements: something newer than 2015, or how Lanyard reads what the document leaves open. */
export interface Noted<Id extends string> {
  readonly id: Id
  readonly topic: Topic
  readonly title: string
  readonly effect: Effect
  /** The statements it stands beside. Only a note about Lanyard itself may stand beside none. */
  readonly beside: readonly StatementId[]
  readonly text: string
  /** What in it, or about it, nobody has verified. Never part of the text, which says only what was. */
  readonly notVerified?: string
  readonly where?: Where
  /** At least one, and each has a date: a note without either does not compile. */
  readonly sources: readonly [Source, ...Source[]]
  readonly keeps: Keeping
  /** When the fact was last held against its sources by those who make Lanyard. */
  readonly checkedOn: When
}

/** What notes are about, in the order in which they are listed. */
export const topics = {
  offences: 'Offences and penalties in England and Wales',
  concerns: 'Concerns: what to do, whom to tell',
  contact: 'Contact with children online',
  data: 'Pictures, personal data and keeping',
  charge: 'Who answers for safeguarding, and the main guidance',
  cases: 'The three cases',
  security: 'Security and accessibility',
  reading: 'Where the document leaves something open',
  software: 'If you run Lanyard',
} as const
export type Topic = keyof typeof topics

/** The month of the newest source among the notes. When each was looked up is not known more exactly. */
export const gathered: When = '2026-08'

type Row = Omit<Noted<string>, 'id' | 'topic' | 'checkedOn' | 'keeps' | 'where'> &
  Partial<Pick<Noted<string>, 'checkedOn' | 'keeps' | 'where'>>

/** The notes of one topic, by id. A row says how it keeps, and where it holds, only where it differs from the topic's. */
export function inTopic<Id extends string>(
  within: { readonly topic: Topic; readonly keeps: Keeping; readonly where?: Where },
  rows: Readonly<Record<Id, Row>>,
): Readonly<Record<Id, Noted<Id>>> {
  const whole = Object.entries<Row>(rows).map(([id, row]) => [
    id,
    { id, ...within, checkedOn: gathered, ...row },
  ])
  // fromEntries forgets the names; they are those of `rows`, which were just gone through.
  return Object.fromEntries(whole) as Record<Id, Noted<Id>>
}

/** A source: its title, how good it is, its date, and its address where it has one. */
export const from = (title: string, grade: Grade, dated: Dated, at?: string): Source => ({
  title,
  grade,
  dated,
  ...(at ? { href: `https://${at}` } : {}),
})
export const published = (on: When): Dated => ({ published: on })
export const since = (on: When): Dated => ({ since: on })
export const undated: Dated = { undatedReadIn: gathered }
