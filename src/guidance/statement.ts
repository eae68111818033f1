import type { Section } from './sections.ts'

/** Which way of being in contact it speaks of. */
export type Channel =
  | 'general'
  | 'social-networking'
  | 'email'
  | 'images'
  | 'phones'
  | 'live-streaming'
  | 'internet'
  | 'reporting'
  | 'sources'

/** What sort of sentence it is. The document ranks practice as best (or good), safe and poor. */
export type Kind =
  | 'appropriate'
  | 'best'
  | 'case'
  | 'definition'
  | 'dont'
  | 'expectation'
  | 'good'
  | 'in-place'
  | 'inappropriate'
  | 'legal'
  | 'meta'
  | 'poor'
  | 'report'
  | 'risk'
  | 'safe'
  | 'source'

/** Who it speaks to. */
export type Audience = 'anyone' | 'board' | 'manager' | 'organisation' | 'worker'

/** How Lanyard is to treat it. */
export const treatments = {
  enforced: 'Lanyard makes sure of it: the other way does not exist',
  gated: 'Nothing goes on until it is done or agreed',
  detected: 'Lanyard notices when it is not kept, and tells somebody',
  evidenced: 'A register or an entry shows that it is kept',
  attested: 'Your word: somebody says that it is kept, and when they said so is on the record',
  taught: 'A lesson teaches it',
  shown: 'It is shown where it matters',
} as const
export type Treatment = keyof typeof treatments

/** One statement of the 2015 guidance, in plain words of our own. */
export interface Stated<Id extends string> {
  readonly id: Id
  readonly section: Section
  readonly channel: Channel
  readonly kind: Kind
  readonly audience: Audience
  readonly treatment: Treatment
  /** What it says. Facts and figures are the document's, as of 2015, and are never edited to keep up with the law. */
  readonly says: string
}

type Row = Omit<Stated<string>, 'id' | 'section' | 'channel'> & Partial<Pick<Stated<string>, 'channel'>>

/** The statements of one section, by id. A row names its channel only where it differs from the section's. */
export function inSection<Id extends string>(
  within: { readonly section: Section; readonly channel: Channel },
  rows: Readonly<Record<Id, Row>>,
): Readonly<Record<Id, Stated<Id>>> {
  const whole = Object.entries<Row>(rows).map(([id, row]) => [id, { id, ...within, ...row }])
  // fromEntries forgets the names; they are those of `rows`, which were just gone through.
  return Object.fromEntries(whole) as Record<Id, Stated<Id>>
}
