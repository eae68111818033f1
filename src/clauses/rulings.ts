import {
  type Act,
  type ActDefinition,
  acts,
  type CalendarDay,
  documentRules,
  type Facts,
  type Rules,
  rule,
  ruleRows,
  rulesOf,
  type Standing,
  type StatementId,
  standings,
  standingWords,
  type Tightening,
  type Unkept,
} from '../guidance/index.ts'
import type { Allowed, RuleOfWording } from './clause.ts'
import type { MadeOf, Part } from './part.ts'
import { clauseOf, isAsMade, wordingOf } from './parts.ts'

/** How the rulings on one act would differ from the guidance's if everybody kept to a policy. */
export interface RulingChange {
  readonly act: Act
  readonly way: 'stricter' | 'weaker'
  /** What the guidance says, and what the policy would have. */
  readonly from: Standing
  readonly to: Standing
  /** In how many combinations of facts. */
  readonly cases: number
}

/** A rule that a policy sets for everybody, with the part it comes from, in the shape that own rules are kept in. */
export interface RuleSet {
  readonly part: string
  readonly rule: RuleOfWording
  /** The organisation's own words: what it chose. */
  readonly says: string
  readonly because: readonly [StatementId, ...StatementId[]]
}

/** The rules that the wordings chosen set. A part that somebody changed sets none: what it says now is for a person to read. */
export const rulesIn = (madeOf: MadeOf): readonly RuleSet[] =>
  madeOf.parts.flatMap(part => {
    const [made, wording] = [clauseOf(part), wordingOf(part)]
    if (!made || !wording?.rules || !isAsMade(part)) return []
    return wording.rules.map(rule => ({
      part: part.id,
      rule,
      says: `${made.heading}: ${wording.label}`,
      because: made.carries,
    }))
  })

const rank = (standing: Standing): number => standings.indexOf(standing)
type Known = Readonly<Record<string, string>>
// Made from the act's own definition, value by value.
const asFacts = (facts: Known): Facts<Act> => facts as Facts<Act>

/** Every combination of an act's facts, all of them known. */
function everyCase(act: Act): readonly Known[] {
  const { facts }: ActDefinition = acts[act]
  return Object.entries(facts).reduce<readonly Known[]>(
    (all, [name, { values }]) =>
      all.flatMap(known => Object.keys(values).map(value => ({ ...known, [name]: value }))),
    [{}],
  )
}

/** Counts what differs in one act, by what it was and what it would be. */
function changesOf(act: Act, to: (facts: Known, from: Standing) => Standing): readonly RulingChange[] {
  const counted = new Map<string, RulingChange>()
  for (const facts of everyCase(act)) {
    const from = rule(act, asFacts(facts), documentRules).standing
    const now = to(facts, from)
    if (now === from) continue
    const key = `${from} ${now}`
    const way = rank(now) < rank(from) ? 'stricter' : 'weaker'
    counted.set(key, { act, way, from, to: now, cases: (counted.get(key)?.cases ?? 0) + 1 })
  }
  return [...counted.values()].sort(
    (one, other) => other.cases - one.cases || rank(other.from) - rank(one.from),
  )
}

const tightening = ({ rule, part, says, because }: RuleSet, at: number, on: CalendarDay): Tightening =>
  // The rule is one act's; spreading forgets which.
  ({ ...rule, id: `${part}/${at}`, says, because, by: 'the policy', on }) as Tightening

/** The guidance's rules with those that a policy sets laid over them, as they would be on a day; and which would not be kept to. */
export function rulesWith(
  sets: readonly RuleSet[],
  day: CalendarDay,
): { readonly rules: Rules; readonly unkept: readonly { readonly set: RuleSet; readonly why: Unkept }[] } {
  const tightened = sets.map((set, at) => tightening(set, at, day))
  const { rules, unkept } = rulesOf({ tightened, decided: [] }, day)
  return {
    rules,
    unkept: unkept.flatMap(({ id, why }) => {
      const set = sets[tightened.findIndex(one => one.id === id)]
      return set ? [{ set, why }] : []
    }),
  }
}

const anyDay: CalendarDay = '2026-01-01'

/** Which rulings the rules that a policy sets would change: only ever for the stricter. */
export function stricterRulings(
  sets: readonly RuleSet[],
  day: CalendarDay = anyDay,
): readonly RulingChange[] {
  const { rules } = rulesWith(sets, day)
  const touched = [...new Set(sets.map(({ rule }) => rule.act))]
  return touched.flatMap(act => changesOf(act, facts => rule(act, asFacts(facts), rules).standing))
}

const holds = ({ when }: Allowed, facts: Known): boolean =>
  Object.entries(when).every(([fact, wanted]) => [wanted].flat().includes(facts[fact] ?? ''))

/** Which acts would be thought allowed, by somebody who kept to weaker wordings alone, that the guidance does not allow so. */
export const weakerRulings = (allowed: readonly Allowed[]): readonly RulingChange[] =>
  [...new Set(allowed.map(({ act }) => act))].flatMap(act =>
    changesOf(act, (facts, from) =>
      allowed
        .filter(one => one.act === act && holds(one, facts) && rank(one.to) > rank(from))
        .reduce((best, { to }) => (rank(to) > rank(best) ? to : best), from),
    ),
  )

const kept = new Map<string, readonly RulingChange[]>()

/** How the rulings would differ by the wording that one part goes by. None for a part that somebody changed. */
export function changedBy(part: Part): readonly RulingChange[] {
  const wording = wordingOf(part)
  if (!wording || !isAsMade(part)) return []
  // As many as there are wordings, and no more: a part that is as made has a clause and a wording of ours.
  const key = `${part.clause}/${part.wording}`
  const found = kept.get(key)
  if (found) return found
  const changes = [
    ...weakerRulings(wording.allows ?? []),
    ...stricterRulings(rulesIn({ parts: [part], blanks: {} })),
  ]
  kept.set(key, changes)
  return changes
}

/** Whether a ruling on the act can rest on the statement. */
export const citedFor = (act: Act, id: StatementId): boolean =>
  ruleRows.some(row => row.act === act && row.because.includes(id))

/** A change in words: what the act would be, where the guidance says what. */
export const changeInWords = ({ act, from, to, way }: RulingChange): string =>
  way === 'weaker'
    ? `“${acts[act].says}” would be “${standingWords[to].says}” where the guidance says “${standingWords[from].says}”.`
    : `“${acts[act].says}” is “${standingWords[to].says}” where the guidance says “${standingWords[from].says}”.`

/** Whether a change is one between what may be done and what may not: the others are finer than a sentence need be. */
export const crosses = ({ from, to }: RulingChange): boolean =>
  rank(from) >= rank('safe') !== rank(to) >= rank('safe')
