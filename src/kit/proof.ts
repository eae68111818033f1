/**
 * Proof types: a value of one of these cannot exist unless somebody did the check it stands for.
 * `permit` may be called in files named access.ts only; tests/architecture holds that.
 */

declare const permitted: unique symbol

/** A thing that the acting person may do `Act` to. Only access.ts makes one. */
export type Permitted<Act extends string, Thing> = Thing & { readonly [permitted]: Act }

/** Says that the check has been made. The cast is the point where the proof is given; callers are access.ts files. */
export const permit = <Act extends string, Thing>(_act: Act, thing: Thing): Permitted<Act, Thing> =>
  thing as Permitted<Act, Thing>

/** The world said no, by name. `facts` are what the sentence on the screen needs. */
export class Refused<Reason extends string, Facts = unknown> {
  readonly reason: Reason
  readonly facts: Facts
  constructor(reason: Reason, facts: Facts) {
    this.reason = reason
    this.facts = facts
  }
}

/** Refuses by name: the whole change is undone, and the screen must have words for the reason. */
export function refuse<Reason extends string>(reason: Reason): Refused<Reason, undefined>
export function refuse<Reason extends string, Facts>(reason: Reason, facts: Facts): Refused<Reason, Facts>
export function refuse(reason: string, facts?: unknown): Refused<string> {
  return new Refused(reason, facts)
}

/** It stands already: what was asked was done before, nothing is changed now, and the answer is the same as it was then. */
export class Already<T> {
  readonly value: T
  constructor(value: T) {
    this.value = value
  }
}
