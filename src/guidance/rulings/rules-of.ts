import { type Act, acts } from './acts.ts'
import type { AgencyRules, Day, Decision, Tightening, Unkept } from './agency.ts'
import { type Compiled, compile, mostWeights } from './compile.ts'
import type { ActDefinition } from './fact.ts'
import type { Conditions } from './row.ts'
import { type Rules, rulesFrom } from './rule.ts'
import { digitOf, knowing } from './space.ts'
import { type AnyRow, rowsOfAct } from './table.ts'
import type { Standing } from './terms.ts'
import type { Weight } from './weigh.ts'

/** An organisation's rules as they are kept to on one day, and those of them that are not, each with the reason. */
export interface RulesInForce {
  readonly rules: Rules
  readonly unkept: readonly { readonly id: string; readonly why: Unkept }[]
}

const longestDecision = 366 * 24 * 60 * 60 * 1000

/** The guidance's rules with those of an organisation's own that are in force on `day`. What is not yet, or no more, is left out. */
export function rulesOf(agency: AgencyRules, day: Day): RulesInForce {
  const weights = new Map<Act, readonly Weight[]>()
  const refused: { id: string; why: Unkept }[] = []
  const apply = (
    own: Tightening | Decision,
    flaw: Unkept | undefined,
    change: (now: readonly Weight[]) => readonly Weight[],
  ) => {
    const now = weights.get(own.act) ?? rowsOfAct(own.act)
    const next = flaw ? now : change(now)
    const why = flaw ?? wrongWith(own.act, now, next)
    if (why) refused.push({ id: own.id, why })
    else weights.set(own.act, next)
  }
  for (const one of agency.decided.filter(({ on, until }) => on <= day && day <= until))
    apply(one, flawOf(one) ?? flawOfDecision(one), now => loosened(now, one))
  for (const one of agency.tightened.filter(({ on }) => on <= day))
    apply(one, flawOf(one) ?? flawIn(one.act, one.when), now => [
      ...now,
      { ...one, standing: one.atMost, cap: true },
    ])
  return { rules: rulesFrom(act => weights.get(act) ?? rowsOfAct(act)), unkept: refused }
}

const named = ({ by }: Tightening | Decision): string => (typeof by === 'string' ? by : by.name)

function flawOf(own: Tightening | Decision): Unkept | undefined {
  if (own.act === 'report') return 'help-first'
  if (!named(own).trim() || !own.says.trim()) return 'nameless'
  return undefined
}

function flawIn(act: Act, when: Conditions): Unkept | undefined {
  const { facts }: ActDefinition = acts[act]
  const fine = Object.entries(when).every(
    ([fact, wanted]) =>
      [wanted ?? []].flat().every(value => Object.hasOwn(facts[fact]?.values ?? {}, value)) &&
      Object.hasOwn(facts, fact),
  )
  return fine ? undefined : 'no-such-value'
}

const rowOf = ({ act, row }: Decision): AnyRow | undefined => rowsOfAct(act).find(({ id }) => id === row)

function flawOfDecision(decision: Decision): Unkept | undefined {
  const row = rowOf(decision)
  if (!row) return 'no-such-value'
  const limits: readonly Standing[] = ['forbidden', 'poor']
  if (!limits.includes(row.standing)) return 'not-a-limit'
  if (row.firm) return 'firm'
  if (!decision.entry.trim()) return 'off-the-record'
  const lasts = Date.parse(decision.until) - Date.parse(decision.on)
  if (!(lasts >= 0 && lasts <= longestDecision)) return 'dates-wrong'
  return flawIn(decision.act, decision.only ?? {})
}

/** The same weights, with the row not counting where the decision holds, and the decision in its place there. */
function loosened(now: readonly Weight[], decision: Decision): readonly Weight[] {
  const only: Conditions = decision.only ?? {}
  const lifted = now.flatMap((weight): readonly Weight[] => {
    if (weight.id !== decision.row) return [weight]
    const instead: Weight = {
      id: decision.id,
      standing: decision.to,
      when: both(weight.when, only),
      because: [...weight.because, ...decision.because],
      needs: ['senior-manager', ...(decision.needs ?? [])],
      owed: ['review-exception', ...(decision.owed ?? [])],
    }
    return [{ ...weight, unless: [...(weight.unless ?? []), only] }, instead]
  })
  return lifted
}

/** Conditions that hold where both hold. */
function both(one: Conditions, other: Conditions): Conditions {
  const joined = Object.keys({ ...one, ...other }).map(fact => {
    const [left, right] = [one[fact], other[fact]]
    if (left === undefined || right === undefined) return [fact, left ?? right]
    return [fact, [left].flat().filter(value => [right].flat().includes(value))]
  })
  return Object.fromEntries(joined)
}

/** What is wrong with rules after a change, that was not with them before. */
function wrongWith(act: Act, before: readonly Weight[], after: readonly Weight[]): Unkept | undefined {
  if (after.length > mostWeights) return 'too-many'
  const [was, is] = [compile(act, before), compile(act, after)]
  if (was.marks.every((mark, state) => mark === is.marks[state])) return 'no-effect'
  return safeguardsHelp(is) ? undefined : 'safeguard-worse'
}

/** Whether no safeguard ever makes the act stand worse, whatever is known. */
function safeguardsHelp({ act, space, marks }: Compiled): boolean {
  const { facts }: ActDefinition = acts[act]
  const scales = space.places.filter(({ fact }) => facts[fact]?.kind === 'scale')
  return marks.every((_, state) =>
    scales
      .filter(place => digitOf(place, state) === place.values.length)
      .every(place => {
        const ranks = place.values.map((_, value) => (marks[knowing(place, state, value)] ?? 0) & 3)
        return ranks.every((rank, at) => at === 0 || rank >= (ranks[at - 1] ?? 0))
      }),
  )
}
