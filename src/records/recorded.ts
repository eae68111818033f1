import type { EntryId } from './actor.ts'

// The class is exported for its type and for instanceof; only record() can pass the key that its constructor asks for.
const key: unique symbol = Symbol('recorded')

/** A change whose entry stands in the same transaction. Only record() makes one. */
export class Recorded<T> {
  readonly value: T
  readonly entryId: EntryId
  constructor(given: symbol, entryId: EntryId, value: T) {
    if (given !== key) throw new TypeError('only record() says that something was recorded')
    this.entryId = entryId
    this.value = value
  }

  /** The same proof for a value made from this one: what was recorded stays recorded. */
  with<U>(value: U): Recorded<U> {
    return new Recorded(key, this.entryId, value)
  }
}

/** For record.ts alone (tests/architecture holds that). */
export const recorded = <T>(entryId: EntryId, value: T): Recorded<T> => new Recorded(key, entryId, value)
