import { type Act, acts, type FactOf, type Facts } from './acts.ts'
import type { ActDefinition } from './fact.ts'
import { type Rules, stateOf } from './rule.ts'
import { digitOf, knowing, type Place } from './space.ts'
import { type Standing, standings } from './terms.ts'

/** What would have to be otherwise, and how the act would stand then. */
export interface Better<A extends Act> {
  readonly standing: Standing
  /** Safeguards to put in place, each by its fact and the value it would have. */
  readonly change: readonly { readonly fact: FactOf<A>; readonly to: string }[]
}

/**
 * The fewest safeguards that would make the act stand as well as it can, who it is with and what it is staying the same.
 * Undefined when nothing would make it stand better than it does.
 */
export function better<A extends Act>(act: A, facts: Facts<A>, rules: Rules): Better<A> | undefined {
  const { compiled } = rules.of(act)
  const { facts: defined }: ActDefinition = acts[act]
  const rank = (state: number) => (compiled.marks[state] ?? 0) & 3
  const from = stateOf(compiled, facts)
  const scales = compiled.space.places.filter(({ fact }) => defined[fact]?.kind === 'scale')
  let found = { state: from, changes: 0 }
  for (const next of reachable(from, scales)) {
    const gain = rank(next.state) - rank(found.state)
    if (gain > 0 || (gain === 0 && next.changes < found.changes)) found = next
  }
  if (rank(found.state) <= rank(from)) return undefined
  const change = scales
    .filter(place => digitOf(place, found.state) !== digitOf(place, from))
    // The places are those of this act's facts.
    .map(place => ({ fact: place.fact as FactOf<A>, to: place.values[digitOf(place, found.state)] ?? '' }))
  return { standing: standings[rank(found.state)] ?? 'forbidden', change }
}

interface Reached {
  readonly state: number
  readonly changes: number
}

/** Every state that differs from this one in safeguards alone, with how many differ. */
function reachable(from: number, scales: readonly Place[]): readonly Reached[] {
  return scales.reduce<readonly Reached[]>(
    (all, place) =>
      all.flatMap(({ state, changes }) => {
        const own = digitOf(place, state)
        const open = state + (place.values.length - own) * place.stride
        const others = place.values.flatMap((_, value) =>
          value === own ? [] : [{ state: knowing(place, open, value), changes: changes + 1 }],
        )
        return [{ state, changes }, ...others]
      }),
    [{ state: from, changes: 0 }],
  )
}
