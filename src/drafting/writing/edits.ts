import { type Checked, edited, type MadeOf, type Part, reworded, withCheck } from '../../clauses/index.ts'
import type { Edit } from './save-draft.ts'

/** What somebody read of a part when they began to change it: its words then. */
export type PartRead = Pick<Part, 'heading' | 'text' | 'wording'>

const sameWords = (one: PartRead, other: PartRead): boolean =>
  one.heading === other.heading && one.text === other.text && one.wording === other.wording

/** Changes one part, if it still reads as it did when the change was begun. Whatever else has changed since stays. */
const changing =
  (id: string, asRead: PartRead, change: (part: Part) => Part | undefined): Edit =>
  madeOf => {
    const part = partOf(madeOf, id)
    if (!part || !sameWords(part, asRead)) return undefined
    const next = change(part)
    if (next === part) return madeOf
    const parts = madeOf.parts.flatMap(one => (one.id !== id ? [one] : next ? [next] : []))
    return { ...madeOf, parts }
  }

export const partOf = (madeOf: MadeOf, id: string): Part | undefined =>
  madeOf.parts.find(part => part.id === id)

export const withWords = (id: string, asRead: PartRead, to: { heading: string; text: string }): Edit =>
  changing(id, asRead, part => edited(part, to))

export const withWording = (id: string, asRead: PartRead, wording: string | null): Edit =>
  changing(id, asRead, part => (part.wording === wording && !part.changed ? part : reworded(part, wording)))

export const without = (id: string, asRead: PartRead): Edit => changing(id, asRead, () => undefined)

/** Only what was found of a part is added; its words stay as they were read. */
export const checkedBy = (id: string, asRead: PartRead, checked: Checked): Edit =>
  changing(id, asRead, part => withCheck(part, checked))

/** Puts a part in another place: after the part named, or first. */
export const moved =
  (id: string, after: string | null): Edit =>
  madeOf => {
    const part = partOf(madeOf, id)
    const others = madeOf.parts.filter(one => one.id !== id)
    const at = after === null ? 0 : others.findIndex(one => one.id === after) + 1
    if (!part || (after !== null && at === 0)) return undefined
    if (madeOf.parts[at]?.id === id) return madeOf
    return { ...madeOf, parts: [...others.slice(0, at), part, ...others.slice(at)] }
  }

/** Adds parts: each where the document's own order has it, or last where it has none. One that is there already is not added. */
export const added =
  (parts: readonly Part[], order: readonly string[] = []): Edit =>
  madeOf =>
    parts.reduce<MadeOf>((before, part) => addedOne(before, part, order), madeOf)

function addedOne(madeOf: MadeOf, part: Part, order: readonly string[]): MadeOf {
  if (madeOf.parts.some(one => one.id === part.id || (part.clause && one.clause === part.clause)))
    return madeOf
  const place = order.indexOf(part.clause ?? '')
  const earlier = new Set(order.slice(0, Math.max(place, 0)))
  const before = madeOf.parts.findLastIndex(one => one.clause !== null && earlier.has(one.clause))
  const at = place === -1 ? madeOf.parts.length : before + 1
  return { ...madeOf, parts: [...madeOf.parts.slice(0, at), part, ...madeOf.parts.slice(at)] }
}

/** Fills a blank in, or empties it, if it still holds what it did when the change was begun. */
export const filled =
  (blank: string, asRead: string, to: string): Edit =>
  madeOf => {
    const { [blank]: now = '', ...others } = madeOf.blanks
    if (now !== asRead) return undefined
    if (now === to) return madeOf
    return { ...madeOf, blanks: to ? { ...others, [blank]: to } : others }
  }
