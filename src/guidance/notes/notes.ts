import type { StatementId } from '../catalogue.ts'
import { caseNotes } from './cases.ts'
import { charge } from './charge.ts'
import { concerns } from './concerns.ts'
import { contact } from './contact.ts'
import { data } from './data.ts'
import { effects, type Grade, keeping, type Noted, type Topic } from './note.ts'
import { offences } from './offences.ts'
import { reading } from './reading.ts'
import { security } from './security.ts'
import { software } from './software.ts'
import { type Day, dayAt, type When } from './when.ts'

const rows = {
  ...offences,
  ...concerns,
  ...contact,
  ...data,
  ...charge,
  ...caseNotes,
  ...security,
  ...reading,
  ...software,
} as const

export type NoteId = keyof typeof rows
export type Note = Noted<NoteId>

/** Every note, topic by topic. */
export const notes: readonly Note[] = Object.values(rows)

export const note = (id: NoteId): Note => rows[id]

/** Whether a text, from a form or an address, is the id of a note. */
export const isNoteId = (text: string): text is NoteId => Object.hasOwn(rows, text)

export const notesOn = (topic: Topic): readonly Note[] => notes.filter(one => one.topic === topic)

const order = Object.keys(effects)

/** The notes beside a statement: first those that go above it, then the others, each in the order of their effects. */
export const notesBeside = (id: StatementId): readonly Note[] =>
  notes
    .filter(one => one.beside.includes(id))
    .toSorted((one, other) => order.indexOf(one.effect) - order.indexOf(other.effect))

export const goesAbove = ({ effect }: Note): boolean => effects[effect].above

/** The weakest grade among its sources: what all of it can be relied on for. */
export const gradeOf = ({ sources }: Note): Grade =>
  sources.map(({ grade }) => grade).reduce((one, other) => (other > one ? other : one))

/** The day from which it is to be checked again, counted from when it was last checked. Undefined: it keeps. */
export const expiresOn = ({ keeps, checkedOn }: Note, checked: When = checkedOn): Day | undefined =>
  keeping[keeps].until(checked)

/** Whether it was to be checked again by now. */
export function hasExpired(one: Note, now: Date, checked?: When): boolean {
  const on = expiresOn(one, checked)
  return on !== undefined && on <= dayAt(now)
}
