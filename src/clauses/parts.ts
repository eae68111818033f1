import type { BuiltKind, Clause, Wording } from './clause.ts'
import { type ClauseId, clause, clausesFor, isClauseId } from './clauses.ts'
import type { Checked, MadeOf, Part } from './part.ts'

/** The clause a part was made from; undefined for the organisation's own, and for a clause that there is no more. */
export const clauseOf = (part: Part): Clause | undefined =>
  part.clause !== null && isClauseId(part.clause) ? clause(part.clause) : undefined

/** One way a clause may go: its own text, named null, or one of its wordings. */
export interface Way {
  readonly name: string | null
  readonly label: string
  readonly text: string
  readonly standing: Wording['standing']
}

/** Every way a clause may go, its own text first. More than one only where the organisation has a choice. */
export function waysOf(id: ClauseId): readonly Way[] {
  const { text, label, wordings } = clause(id)
  const others = Object.entries(wordings ?? {}).map(([name, one]) => ({ name, ...one }))
  return [{ name: null, label: label ?? 'As it is', text, standing: 'as-guidance' }, ...others]
}

/** The wording that a part goes by. Undefined for the clause's own text. */
export function wordingOf(part: Part): Wording | undefined {
  const { wordings } = clauseOf(part) ?? {}
  return part.wording !== null && wordings && Object.hasOwn(wordings, part.wording)
    ? wordings[part.wording]
    : undefined
}

/** The words a part would have if nobody had changed it. */
function asMade(part: Part): { heading: string; text: string } | undefined {
  const made = clauseOf(part)
  const wording = wordingOf(part)
  if (!made || (part.wording !== null && !wording)) return undefined
  return { heading: made.heading, text: (wording ?? made).text }
}

/** Whether a part reads exactly as its clause does, in the wording chosen. Read from the words themselves. */
export function isAsMade(part: Part): boolean {
  const made = asMade(part)
  return !part.changed && made !== undefined && part.heading === made.heading && part.text === made.text
}

/** A part as the clause has it. Its id is the clause's, unless another is given, so that it is known again in every draft. */
export const partFrom = (id: ClauseId, wording: string | null = null, partId: string = id): Part => {
  const { heading, text, wordings } = clause(id)
  const chosen =
    wording !== null && wordings && Object.hasOwn(wordings, wording) ? wordings[wording] : undefined
  return {
    id: partId,
    clause: id,
    wording: chosen ? wording : null,
    heading,
    text: chosen?.text ?? text,
    changed: false,
    checked: [],
  }
}

/** A part of the organisation's own. */
export const ownPart = (id: string, heading: string, text: string): Part => ({
  id,
  clause: null,
  wording: null,
  heading,
  text,
  changed: false,
  checked: [],
})

/** A policy made of every clause of its kind, with nothing filled in. */
export const freshMadeOf = (kind: BuiltKind): MadeOf => ({
  parts: clausesFor(kind).map(id => partFrom(id)),
  blanks: {},
})

/** A part with other words. What anybody found of the words before is gone; back to the clause's own words, it is unchanged. */
export function edited(part: Part, to: { readonly heading: string; readonly text: string }): Part {
  if (part.heading === to.heading && part.text === to.text) return part
  const next = { ...part, ...to, checked: [] }
  const made = asMade(part)
  const changed = made !== undefined && (made.heading !== to.heading || made.text !== to.text)
  return { ...next, changed: part.clause !== null && (changed || made === undefined) }
}

/** A part with another wording of its clause, as the clause has it. What was typed into it is replaced. */
export const reworded = (part: Part, wording: string | null): Part =>
  part.clause !== null && isClauseId(part.clause) ? partFrom(part.clause, wording, part.id) : part

/** A part with what a named person found when they held it against statements. The newest finding on a statement stands. */
export const withCheck = (part: Part, checked: Checked): Part => ({
  ...part,
  checked: [
    ...part.checked
      .map(one => ({ ...one, statements: one.statements.filter(id => !checked.statements.includes(id)) }))
      .filter(({ statements }) => statements.length > 0),
    checked,
  ],
})
