import type { StatementId } from '../catalogue.ts'
import type { Act, FactOf, Facts } from './acts.ts'
import { type Compiled, compile, unpack } from './compile.ts'
import { rowsOfAct } from './table.ts'
import { type Approval, approvalNames, type Owed, owedNames, type Standing, standings } from './terms.ts'
import type { Weight } from './weigh.ts'

/** What the guidance says of one proposed act, with the facts as far as they are known. */
export interface Ruling<A extends Act = Act> {
  /** The worst it can be, as long as facts are missing; the standing, when none is. */
  readonly standing: Standing
  /** The statements that make it so. Never empty. */
  readonly because: readonly StatementId[]
  /** What must be done on account of it, whether it is done or was done already. */
  readonly owed: readonly Owed[]
  /** Whose agreement must be on the record first. Empty for what is not to be done. */
  readonly needs: readonly Approval[]
  /** Facts still missing, the one to ask for first in front. Empty when more facts can change nothing. */
  readonly ask: readonly FactOf<A>[]
  /** The rows, tightenings and decisions that it was made by, by their ids. */
  readonly rows: readonly string[]
}

/** The rules of one organisation on one day. Made by `rulesOf`; `documentRules` are the guidance's own. */
export interface Rules {
  readonly of: (act: Act) => Ruled
}

/** An act's rules, and the rulings made by them so far: a ruling is a value, so the same one can be given again. */
export interface Ruled {
  readonly compiled: Compiled
  readonly rulings: (Ruling | undefined)[]
}

/** What is cited where no row allows an act. The guidance's own table leaves no such gap. */
const nothingAllows: readonly StatementId[] = ['GEN-STATUS']

/** Rules out of the weights of each act. Each act is worked out when it is first asked about. */
export function rulesFrom(weightsOf: (act: Act) => readonly Weight[]): Rules {
  const made = new Map<Act, Ruled>()
  return {
    of(act) {
      const found = made.get(act)
      if (found) return found
      const compiled = compile(act, weightsOf(act))
      const ruled: Ruled = { compiled, rulings: new Array(compiled.space.states) }
      made.set(act, ruled)
      return ruled
    },
  }
}

/** The guidance as it stands, with nothing of any organisation's own. */
export const documentRules: Rules = rulesFrom(rowsOfAct)

/** The number of the state in which exactly these facts are known. A value that is none of a fact's is not known. */
export function stateOf({ space }: Compiled, facts: Readonly<Record<string, string | undefined>>): number {
  let state = space.states - 1
  for (const { fact, steps } of space.places) state -= steps[facts[fact] ?? ''] ?? 0
  return state
}

/**
 * Rules on a proposed act. Pure and total: every act and every set of facts has exactly one standing. Facts not known
 * count as the worst they may be, and are asked for as long as they can change what stands, is needed or is owed.
 */
export function rule<A extends Act>(act: A, facts: Facts<A>, rules: Rules): Ruling<A> {
  const { compiled, rulings } = rules.of(act)
  const state = stateOf(compiled, facts)
  const found = rulings[state] ?? rulingAt(compiled, state)
  rulings[state] = found
  // The names in `ask` are those of this act's facts: the compiled act is this one.
  return found as unknown as Ruling<A>
}

const chosen = <T>(all: readonly T[], bits: number): readonly T[] => all.filter((_, at) => bits & (1 << at))

function rulingAt(compiled: Compiled, state: number): Ruling {
  const { marks, always, could, depth } = compiled
  const { rank, needs, owed } = unpack(marks[state] ?? 0)
  const sure = always[state] ?? 0
  const by = chosen(compiled.weights, depth[state] === 0 && sure !== 0 ? sure : (could[state] ?? 0))
  const because = [...new Set(by.flatMap(weight => weight.because))]
  return Object.freeze({
    standing: standings[rank] ?? 'forbidden',
    because: because.length > 0 ? because : nothingAllows,
    owed: chosen(owedNames, owed),
    needs: chosen(approvalNames, needs),
    // Every name is one of this act's facts; which act it is, only the caller knows.
    ask: missing(compiled, state) as Ruling['ask'],
    rows: by.map(({ id }) => id),
  })
}

function missing({ space, turnsOn, next }: Compiled, state: number): readonly string[] {
  const first = next[state] ?? -1
  if (first < 0) return []
  const others = space.places.filter((_, at) => at !== first && (turnsOn[state] ?? 0) & (1 << at))
  return [space.places[first], ...others].flatMap(place => (place ? [place.fact] : []))
}
