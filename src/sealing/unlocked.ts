import { inspect } from 'node:util'
import { openerOf } from '../kit/age/index.ts'

// The class is exported for its type; only sitting.ts passes the key that its constructor asks for.
const key: unique symbol = Symbol('unlocked')

/**
 * A person's own key, unlocked in the sitting that asks, until the request is over. What it opens with is no field of it, and
 * nothing prints it: not JSON, not a log line.
 */
export class Unlocked {
  readonly #open: (sealed: Uint8Array) => Promise<Uint8Array | undefined>
  readonly #identities: readonly string[]
  /** When it was unlocked. */
  readonly since: Date
  constructor(given: symbol, identities: readonly string[], since: Date) {
    if (given !== key) throw new TypeError('only whoever unlocked it has an unlocked key')
    this.#identities = identities
    this.#open = openerOf(identities)
    this.since = since
  }

  /** What was sealed to this person, now or with a key of before; undefined for what was not. */
  open(sealed: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#open(sealed)
  }

  toJSON(): undefined {
    return undefined
  }
  toString(): string {
    return 'an unlocked key'
  }
  [inspect.custom](): string {
    return 'an unlocked key'
  }

  /** For this room's own files: what locks and keeps the key anew. */
  static identitiesOf(given: symbol, unlocked: Unlocked): readonly string[] {
    if (given !== key) throw new TypeError('what opens a key is no other room’s to know')
    return unlocked.#identities
  }
}

export const unlocked = (identities: readonly string[], since: Date): Unlocked =>
  new Unlocked(key, identities, since)

/** The newest first. Never passed out of this room, and never kept. */
export const identitiesOf = (of: Unlocked): readonly string[] => Unlocked.identitiesOf(key, of)
