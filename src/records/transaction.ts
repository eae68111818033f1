import type pg from 'pg'
import type { Clock } from '../kit/clock.ts'
import { type Db, transaction } from '../kit/db/index.ts'
import type { Refused } from '../kit/proof.ts'
import type { Actor } from './actor.ts'
import { Recorded } from './recorded.ts'

/** What reading and writing stand on: connections as the application's role, and the time. */
export interface Ground {
  readonly pool: pg.Pool
  readonly clock: Clock
}

/** Inside one transaction, in one agency: row-level security lets nothing else be seen. */
export interface Reader<A extends Actor = Actor> {
  readonly actor: A
  readonly now: Date
  readonly db: Db
}

declare const writing: unique symbol

/** A Reader that may also change things. Only write() makes one. */
export interface Writer<A extends Actor = Actor> extends Reader<A> {
  readonly [writing]: true
}

const settingsOf = (actor: Actor) => ({
  'lanyard.agency': actor.agencyId,
  'lanyard.person': actor.kind === 'system' ? '' : actor.personId,
})

/** Reads on behalf of `actor`, in one read-only transaction. */
export function read<A extends Actor, T>(
  ground: Ground,
  actor: A,
  work: (reader: Reader<A>) => Promise<T>,
): Promise<T> {
  return transaction(ground.pool, 'read only', settingsOf(actor), async db => ({
    keep: true,
    value: await work({ actor, now: ground.clock(), db }),
  }))
}

/**
 * Changes something on behalf of `actor`, in one transaction that also holds its entry.
 * The work ends with what was recorded, or with a refusal, and then nothing of it happened.
 * Throws what the work throws: a fault, and then nothing of it happened either.
 */
export function write<A extends Actor, T, R extends Refused<string> = never>(
  ground: Ground,
  actor: A,
  work: (writer: Writer<A>) => Promise<Recorded<T> | R>,
): Promise<T | R> {
  return transaction<T | R>(ground.pool, 'read write', settingsOf(actor), async db => {
    const writer = { actor, now: ground.clock(), db } as Writer<A>
    const result = await work(writer)
    return result instanceof Recorded ? { keep: true, value: result.value } : { keep: false, value: result }
  })
}

/**
 * Reads what may only be read on the record: `work` looks and, where it must, records that it looked.
 * Commits whatever was recorded. For reading alone use read().
 */
export function readOnRecord<A extends Actor, T>(
  ground: Ground,
  actor: A,
  work: (writer: Writer<A>) => Promise<T>,
): Promise<T> {
  return transaction(ground.pool, 'read write', settingsOf(actor), async db => ({
    keep: true,
    value: await work({ actor, now: ground.clock(), db } as Writer<A>),
  }))
}
