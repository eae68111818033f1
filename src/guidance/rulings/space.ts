import { type Act, acts } from './acts.ts'
import type { ActDefinition } from './fact.ts'
import type { Conditions } from './row.ts'

/** One fact's place in a state's number: a digit for each value, in order, and the last one for *not known*. */
export interface Place {
  readonly fact: string
  readonly values: readonly string[]
  readonly stride: number
  /** What to take from the number of the state in which nothing is known, when the fact has this value. */
  readonly steps: Readonly<Record<string, number | undefined>>
}

/**
 * Every state that one's knowledge of an act can be in, numbered from 0: each fact one of its values, or not known. The
 * last number is the state in which nothing is known. A state's number is above those of the states that know more.
 */
export interface Space {
  readonly places: readonly Place[]
  readonly states: number
}

export function spaceOf(act: Act): Space {
  const definition: ActDefinition = acts[act]
  let states = 1
  const places = Object.entries(definition.facts).map(([fact, { values }]): Place => {
    const names = Object.keys(values)
    const stride = states
    states *= names.length + 1
    // No prototype, so that a value from outside finds only what is put here.
    const steps: Record<string, number> = Object.create(null)
    names.forEach((name, at) => {
      steps[name] = (names.length - at) * stride
    })
    return { fact, values: names, stride, steps }
  })
  return { places, states }
}

/** A fact's digit in a state. As many as it has values: not known. */
export const digitOf = ({ stride, values }: Place, state: number): number =>
  Math.floor(state / stride) % (values.length + 1)

/** The state in which, besides, this fact has its value number `value`. The fact is not known in `state`. */
export const knowing = ({ stride, values }: Place, state: number, value: number): number =>
  state - (values.length - value) * stride

/** Conditions as one set of bits for each place: which values satisfy them. */
export const bitsOf = ({ places }: Space, when: Conditions): readonly number[] =>
  places.map(({ fact, values }) => {
    const named = when[fact]
    if (named === undefined) return -1
    const wanted = typeof named === 'string' ? [named] : named
    return values.reduce((bits, value, at) => (wanted.includes(value) ? bits | (1 << at) : bits), 0)
  })
