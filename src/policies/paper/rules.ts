import type { CalendarDay } from '../../guidance/index.ts'
import type { Role } from '../../records/index.ts'
import type { PolicyVersionTable } from '../queries.ts'

/** How many stand on one page of names to sign beside, and at most on one sheet. */
export const mostOnSheet = 40

/** Who may confirm what another recorded, when they are asked to. */
export const mayConfirm: readonly Role[] = ['manager', 'senior-manager', 'designated-person', 'administrator']
/** Of them, those who see every sheet of the agency, and may confirm one that somebody else was asked about. */
export const maySeeEverySheet: readonly Role[] = ['senior-manager', 'designated-person', 'administrator']

/**
 * The code that is printed on every page of a version: its number, and the beginning of its fingerprint. Whoever records
 * a sheet types it, so that what is recorded is the text that was in their hand and no other.
 */
export const codeOf = ({ number, text_hash }: Pick<PolicyVersionTable, 'number' | 'text_hash'>): string =>
  `${number}-${Buffer.from(text_hash).toString('hex').slice(0, 8)}`

/** The code as somebody typed it from a sheet: any case, any dash, spaces anywhere. Undefined when it is none. */
export function codeFrom(typed: string): { readonly number: number; readonly code: string } | undefined {
  const plain = typed
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
  const [, number] = /^([1-9]\d{0,5})-[0-9a-f]{8}$/.exec(plain) ?? []
  return number ? { number: Number(number), code: plain } : undefined
}

/** Where a sheet stands. It waits until the second person answers, or until a newer text must be signed. */
export type SheetState = 'waiting' | 'confirmed' | 'refused' | 'superseded'

export const sheetWords: Readonly<
  Record<SheetState, { words: string; colour: 'orange' | 'green' | 'red' | 'grey' }>
> = {
  waiting: { words: 'Waiting', colour: 'orange' },
  confirmed: { words: 'Confirmed', colour: 'green' },
  refused: { words: 'Not confirmed', colour: 'red' },
  superseded: { words: 'Superseded', colour: 'grey' },
}

/** `number` is that of the sheet's version; `required` that of the oldest version whose signature still counts. */
export function sheetState(of: {
  answer: 'confirmed' | 'refused' | null
  number: number
  required: number
}): SheetState {
  return of.answer ?? (of.number < of.required ? 'superseded' : 'waiting')
}

/** Whether somebody can have signed on that day: not before the text was there, and not in time to come. */
export const canBeSignedOn = (day: CalendarDay, published: CalendarDay, today: CalendarDay): boolean =>
  day >= published && day <= today
