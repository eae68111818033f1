import { type Allowed, allowedBy } from '../allowed.ts'
import type { Speaker } from '../rules.ts'
import { abuse } from './abuse.ts'
import { closeness } from './closeness.ts'
import { detailsAsked } from './details-asked.ts'
import { detailsGiven } from './details-given.ts'
import { disclosure } from './disclosure.ts'
import { evasions } from './evasions.ts'
import { type Labelled, type LabelledMessage, readLabelled } from './labelled.ts'
import { laterFound } from './later-found.ts'
import { moves } from './moves.ts'
import { ordinaryArrangements } from './ordinary-arrangements.ts'
import { ordinaryLater } from './ordinary-later.ts'
import { ordinaryNumbers } from './ordinary-numbers.ts'
import { ordinaryTalk } from './ordinary-talk.ts'
import { ordinaryWarmth } from './ordinary-warmth.ts'
import { ordinaryWork } from './ordinary-work.ts'
import { things } from './things.ts'

export type { LabelledMessage, LabelledSpan } from './labelled.ts'

const themes: Readonly<Record<string, Labelled>> = {
  'details given': detailsGiven,
  'details asked': detailsAsked,
  'moves, secrecy, questions before': moves,
  'closeness, meetings, pressure': closeness,
  'gifts, pictures, games': things,
  'abuse and threats': abuse,
  disclosure,
  evasions,
  'of every kind, later': laterFound,
  'ordinary numbers and pages': ordinaryNumbers,
  'ordinary arrangements': ordinaryArrangements,
  'ordinary warmth': ordinaryWarmth,
  'ordinary words of work': ordinaryWork,
  'ordinary talk': ordinaryTalk,
  'ordinary, later': ordinaryLater,
}

/** The organisation whose people write these: its own numbers, addresses and page are not to be found. */
export const labelledOrganisation: Allowed = {
  ...allowedBy({
    phone: '020 7946 0100',
    out_of_hours: '0808 157 0123',
    email: 'hello@riverside-youth.example',
    web: 'https://riverside-youth.example',
    also: ['07700 900500'],
  }),
  accounts: ['riverside.youth'],
}

const speakers: readonly Speaker[] = ['worker', 'parent', 'child']

/** The whole set, in a fixed order: half of it has something to be found, half of it only looks as if. */
export const labelledMessages: readonly LabelledMessage[] = Object.entries(themes).flatMap(([about, theme]) =>
  speakers.flatMap(by => theme[by].map(line => ({ about, by, ...readLabelled(line) }))),
)
