import {
  type Act,
  type ActDefinition,
  type Approval,
  acts,
  type Facts,
  type Owed,
  type Rules,
  rule,
  type Standing,
} from '../guidance/index.ts'
import type { Conditions } from './tables.ts'

/** One way in which some combinations of facts change. */
export interface Change {
  readonly from: Standing
  readonly to: Standing
  readonly needs: Gained<Approval>
  readonly owed: Gained<Owed>
  /** Which combinations: each of these stands for every combination of the values it names. No two hold at once. */
  readonly where: readonly Conditions[]
}

interface Gained<T> {
  readonly more: readonly T[]
  readonly less: readonly T[]
}

const gained = <T>(before: readonly T[], after: readonly T[]): Gained<T> => ({
  more: after.filter(one => !before.includes(one)),
  less: before.filter(one => !after.includes(one)),
})

/** Exactly which combinations of facts `after` rules on otherwise than `before`, and how. */
export function whatChanges(act: Act, before: Rules, after: Rules): readonly Change[] {
  const groups = new Map<string, { change: Omit<Change, 'where'>; boxes: Box[] }>()
  for (const digits of combinations(act)) {
    const facts = factsAt(act, digits)
    const [was, is] = [rule(act, facts, before), rule(act, facts, after)]
    const change = {
      from: was.standing,
      to: is.standing,
      needs: gained(was.needs, is.needs),
      owed: gained(was.owed, is.owed),
    }
    const { needs, owed } = change
    const same = [needs.more, needs.less, owed.more, owed.less].every(some => some.length === 0)
    if (was.standing === is.standing && same) continue
    const key = JSON.stringify(change)
    const group = groups.get(key) ?? { change, boxes: [] }
    groups.set(key, group)
    group.boxes.push(digits.map(digit => 1 << digit))
  }
  return [...groups.values()].map(({ change, boxes }) => ({
    ...change,
    where: joined(boxes).map(box => conditionsOf(act, box)),
  }))
}

/** Values of each fact, in the facts' order, as bits: it stands for every combination of them. */
type Box = readonly number[]

const definitionOf = (act: Act): ActDefinition => acts[act]
const valuesOf = (act: Act): readonly (readonly [fact: string, values: readonly string[]])[] =>
  Object.entries(definitionOf(act).facts).map(([fact, { values }]) => [fact, Object.keys(values)])

const combinations = (act: Act): readonly (readonly number[])[] =>
  valuesOf(act).reduce<readonly (readonly number[])[]>(
    (all, [, values]) => all.flatMap(digits => values.map((_, at) => [...digits, at])),
    [[]],
  )

// Every name is one of this act's facts, and every value one of that fact's.
const factsAt = (act: Act, digits: readonly number[]) =>
  Object.fromEntries(valuesOf(act).map(([fact, values], at) => [fact, values[digits[at] ?? 0]])) as Facts<Act>

/** The same combinations in fewer boxes: those that differ in one fact alone become one, until none do. */
function joined(boxes: readonly Box[]): readonly Box[] {
  let all = boxes
  for (let before = -1; before !== all.length; ) {
    before = all.length
    for (let fact = 0; fact < (all[0]?.length ?? 0); fact++) {
      const alike = Map.groupBy(all, box => box.toSpliced(fact, 1).join())
      all = [...alike.values()].map(some =>
        some.reduce((one, other) => one.with(fact, (one[fact] ?? 0) | (other[fact] ?? 0))),
      )
    }
  }
  return all
}

/** A box in names; a fact that may be anything is left out. */
const conditionsOf = (act: Act, box: Box): Conditions =>
  Object.fromEntries(
    valuesOf(act).flatMap(([fact, values], at) => {
      const some = values.filter((_, value) => (box[at] ?? 0) & (1 << value))
      return some.length === values.length ? [] : [[fact, some]]
    }),
  )
