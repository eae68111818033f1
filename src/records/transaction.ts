import type pg from 'pg'
import type { Clock } from '../kit/clock.ts'
import { type Db, type Outcome, transaction } from '../kit/db/index.ts'
import { Already, type Refused } from '../kit/proof.ts'
import { keyedHash } from '../kit/seal.ts'
import type { Actor } from './actor.ts'
import { Recorded } from './recorded.ts'

/** What reading and writing stand on: connections as the application's role, and the time. */
export interface Ground {
  readonly pool: pg.Pool
  readonly clock: Clock
  /** Tells whoever is watching a topic, in every process, that it changed. Told after the commit, never before. */
  readonly announce: (topic: string) => void
  /** The installation’s own secret, which is in no database: for what a form is known by again. Left out where nobody writes any. */
  readonly secret?: string
}

/** Inside one transaction, in one agency: row-level security lets nothing else be seen. */
export interface Reader<A extends Actor = Actor> {
  readonly actor: A
  readonly now: Date
  readonly db: Db
}

declare const writing: unique symbol

/** A Reader that may also change things. Only this file makes one. */
export interface Writer<A extends Actor = Actor> extends Reader<A> {
  readonly [writing]: true
  /**
   * This is a second or third try: the one before was undone, mostly because another change has overtaken it, which stands now. What a
   * change finds standing then may be what it was asked for.
   */
  readonly again: boolean
  /**
   * A hash of text under the installation’s own secret, for one purpose: whoever has the database alone can try no words against it.
   * Throws where the ground has no secret.
   */
  readonly keyed: (purpose: string, text: string) => Buffer
  /** Once this transaction has committed, tells those who watch `topic` to look again. */
  readonly announce: (topic: string) => void
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

/** What a change may end with: recorded, standing already, or refused by name. */
export type Change<T, R extends Refused<string> = never> = Recorded<T> | Already<T> | R

/** What write() gives for a change: what was recorded or stands already, or the refusal. */
export type Settled<C> = C extends Recorded<infer T> ? T : C extends Already<infer T> ? T : C

/**
 * Changes something on behalf of `actor`, in one transaction that also holds its entry.
 * The work ends with what was recorded; or with what stands already, or a refusal, and then nothing of it happened.
 * Throws what the work throws: a fault, and then nothing of it happened either. Work that another change
 * has overtaken is done again from the beginning, twice at most, and so meets what stands now.
 */
export function write<A extends Actor, C extends Change<unknown, Refused<string>>>(
  ground: Ground,
  actor: A,
  work: (writer: Writer<A>) => Promise<C>,
): Promise<Settled<C>> {
  return changing(ground, actor, outcomeOf(work))
}

/** What a change ends with, as a transaction takes it. */
export const outcomeOf =
  <A extends Actor, C extends Change<unknown, Refused<string>>>(work: (writer: Writer<A>) => Promise<C>) =>
  async (writer: Writer<A>): Promise<Outcome<Settled<C>>> => {
    const result: Change<unknown, Refused<string>> = await work(writer)
    if (result instanceof Recorded) return { keep: true, value: result.value as Settled<C> }
    return { keep: false, value: (result instanceof Already ? result.value : result) as Settled<C> }
  }

/**
 * Reads what may only be read on the record: `work` looks and, where it must, records that it looked.
 * Commits whatever was recorded. For reading alone use read(). Comes round again as write() does.
 */
export function readOnRecord<A extends Actor, T>(
  ground: Ground,
  actor: A,
  work: (writer: Writer<A>) => Promise<T>,
): Promise<T> {
  return changing(ground, actor, async writer => ({ keep: true, value: await work(writer) }))
}

/**
 * Changes what is no part of the record: a session, a code, a job in the queue, how far something has come; and, for the
 * record's own keeping, the log. Nothing that the record answers for is changed by this: tests/architecture holds who may.
 */
export const withoutEntry = readOnRecord

/**
 * What the database answers to a change that another has overtaken since it looked: the unique key is taken
 * (unique_violation); each waited for the other, and this one was told to give way (deadlock_detected); somebody has left, is
 * no longer there for a child, or no longer has the role, or answers for whom, it takes; a hold keeps what was to be erased;
 * another was first to ask for it; something would open to nobody; it has turned out to be about somebody;
 * somebody is to hear of the child no longer (our own, in db/migrations).
 */
const overtaken: ReadonlySet<string | undefined> = new Set([
  '23505',
  '40P01',
  'LY001',
  'LY002',
  'LY003',
  'LY005',
  'LY006',
  'LY041',
  'LY056',
  'LY059',
  'LY060',
  'LY072',
  'LY074',
  'LY084',
  'LY089',
  'LY098',
  'LY099',
  'LY105',
  'LY122',
])

/** One may be overtaken in one way, and on the second try in another: somebody wrote there first, and then one's own part ended. */
export const mostTries = 3

/** Does a change until nothing overtakes it, so many times at most. Fewer than `mostTries` means that it was tried before. */
export async function changing<A extends Actor, T>(
  ground: Ground,
  actor: A,
  work: (writer: Writer<A>) => Promise<Outcome<T>>,
  tries = mostTries,
): Promise<T> {
  for (let left = tries; ; left--) {
    const attempt = attemptOf(ground, actor, left < mostTries, work)
    try {
      const value = await transaction(ground.pool, 'read write', attempt.settings, attempt.work)
      attempt.committed()
      return value
    } catch (error) {
      if (left === 1 || !overtaken.has((error as { code?: string }).code)) throw error
    }
  }
}

/** One try: its work in the transaction, and what is told once that has committed. */
export function attemptOf<A extends Actor, T>(
  ground: Ground,
  actor: A,
  again: boolean,
  work: (writer: Writer<A>) => Promise<Outcome<T>>,
) {
  const topics = new Set<string>()
  let kept = false
  return {
    settings: settingsOf(actor),
    async work(db: Db): Promise<Outcome<T>> {
      const announce = (topic: string) => void topics.add(topic)
      const keyed = (purpose: string, text: string) => {
        if (!ground.secret) throw new Error('this ground has no secret')
        return keyedHash(ground.secret, purpose, text)
      }
      // The cast gives the proof that this is inside the one transaction.
      const outcome = await work({ actor, now: ground.clock(), db, again, keyed, announce } as Writer<A>)
      kept = outcome.keep
      return outcome
    },
    committed() {
      if (kept) for (const topic of topics) ground.announce(topic)
    },
  }
}
