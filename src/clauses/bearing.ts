import type { StatementId } from '../guidance/index.ts'
import { type BlankId, blanks, filling, marksIn } from './blanks.ts'
import type { Checked, MadeOf, Part } from './part.ts'
import { clauseOf, isAsMade, wordingOf } from './parts.ts'

/** What one part has to do with one statement. The worst of them decides how the policy stands. */
export interface Bearing {
  readonly part: Part
  readonly how: 'contradicts' | 'weaker' | 'unfilled' | 'to-check' | 'covers'
  readonly found?: Checked
}

export const worstFirst: readonly Bearing['how'][] = [
  'contradicts',
  'weaker',
  'unfilled',
  'to-check',
  'covers',
]

/** The blanks that a statement needs, that a part has a mark for, and that are empty. */
export const emptyIn = (part: Part, id: StatementId, filled: MadeOf['blanks']): readonly BlankId[] =>
  marksIn(`${part.heading}\n${part.text}`).filter(blank => {
    const neededBy: readonly StatementId[] = blanks[blank].neededBy
    return neededBy.includes(id) && !filling(filled, blank)
  })

/**
 * What a part says by itself, of each statement it speaks of: a clause as it was made, or what a named person found, and
 * nothing else.
 */
function* bearingsOf(part: Part, filled: MadeOf['blanks']): Iterable<readonly [StatementId, Bearing]> {
  const [carries, made, wording] = [clauseOf(part)?.carries ?? [], isAsMade(part), wordingOf(part)]
  const spokenOf = new Set(carries)
  for (const found of part.checked)
    for (const id of found.statements) {
      spokenOf.add(id)
      yield [id, { part, how: found.finds, found }]
    }
  const read = new Set(part.checked.flatMap(({ statements }) => statements))
  for (const id of carries) {
    if (made) yield [id, { part, how: wording?.weakerOn?.includes(id) ? 'weaker' : 'covers' }]
    else if (!read.has(id)) yield [id, { part, how: 'to-check' }]
  }
  for (const id of spokenOf) if (emptyIn(part, id, filled).length > 0) yield [id, { part, how: 'unfilled' }]
}

/** What every part of a policy has to do with each statement, by the parts' ids, so that their order changes nothing. */
export function everyBearing({ parts, blanks }: MadeOf): ReadonlyMap<StatementId, readonly Bearing[]> {
  const all = new Map<StatementId, Bearing[]>()
  const sorted = [...parts].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  for (const part of sorted)
    for (const [id, bearing] of bearingsOf(part, blanks)) {
      const known = all.get(id)
      if (known) known.push(bearing)
      else all.set(id, [bearing])
    }
  return all
}
