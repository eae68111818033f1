import pg from 'pg'
import { NotCommitted } from './pipe.ts'
import { begin, type Db, type LocalSettings, type Session } from './session.ts'

export type { LocalSettings } from './session.ts'

/** What a piece of work ended with: `keep` commits, otherwise everything in it is undone. */
export interface Outcome<T> {
  readonly keep: boolean
  readonly value: T
}

/** Something to be done in a transaction, and what is set for it meanwhile. */
export interface Work<T> {
  readonly settings: LocalSettings
  readonly work: (db: Db) => Promise<Outcome<T>>
}

/**
 * One transaction on one connection. Opening it and its settings leave with the first query.
 * Commits when `work` says keep; undoes everything when it does not, or throws. Throws MayHaveHappened where something may have been
 * changed and nobody knows.
 */
export const transaction = <T>(
  pool: pg.Pool,
  mode: 'read only' | 'read write',
  settings: LocalSettings,
  work: (db: Db) => Promise<Outcome<T>>,
): Promise<T> => inOne(pool, { mode }, [settings], ({ all: [db] }) => work(db as Db))

/** In milliseconds: for what somebody else holds, no more is waited with others in the same transaction. */
const longestWait = 250

/**
 * Nobody knows whether the transaction happened: the connection broke behind its commit. What was asked is to be looked for before
 * it is asked again.
 */
export class MayHaveHappened extends Error {
  constructor(cause: unknown) {
    super('nobody knows whether the transaction was committed', { cause })
  }
}

/** What the server says of a statement; where it ends the connection, that may be behind a commit. */
const isAnswer = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.severity !== 'FATAL' && error.severity !== 'PANIC'

/** Whether the transaction may have happened, where its commit was asked for and this is what came of it. */
const mayHaveHappened = (error: unknown): boolean => !(error instanceof NotCommitted || isAnswer(error))

/**
 * Several pieces of work in one transaction, each under its own settings, none waiting for another. What each sends without waiting
 * leaves together with the commit, one after the other. Gives what came of each where it was committed; of one that kept nothing, nothing
 * has happened then. Undefined where all was undone, and nothing of any has happened: because one threw, a statement failed or waited
 * too long for what somebody else holds, or one that keeps nothing had written by then. What is checked only at the commit is checked
 * under one of their settings. Throws MayHaveHappened where nobody knows whether it did.
 */
export async function transactionTogether<T>(
  pool: pg.Pool,
  works: readonly Work<T>[],
): Promise<readonly Outcome<T>[] | undefined> {
  const settings = works.map(one => one.settings)
  try {
    const how = { mode: 'read write', waitsAtMost: longestWait } as const
    return await inOne<readonly Outcome<T>[] | undefined>(pool, how, settings, async session => {
      const came = await Promise.allSettled(works.map(({ work }, at) => work(session.all[at] as Db)))
      const stands = came.flatMap((one, at) =>
        one.status === 'fulfilled' && (one.value.keep || session.takeBack(session.all[at] as Db))
          ? [one.value]
          : [],
      )
      const keep = stands.length === works.length
      return { keep, value: keep ? stands : undefined }
    })
  } catch (error) {
    if (error instanceof MayHaveHappened) throw error
    return undefined
  }
}

async function inOne<T>(
  pool: pg.Pool,
  { mode, waitsAtMost }: { readonly mode: 'read only' | 'read write'; readonly waitsAtMost?: number },
  settings: readonly LocalSettings[],
  work: (session: Session) => Promise<Outcome<T>>,
): Promise<T> {
  const client = await pool.connect()
  let session: Session | undefined
  let broken: Error | undefined
  let committing = false
  try {
    session = begin(client, mode, settings, waitsAtMost)
    const { keep, value } = await work(session)
    committing = keep && mode === 'read write'
    if (!keep) await session.rollback()
    else if (!(await session.commit())) throw new NotCommitted('the transaction could not be committed')
    return value
  } catch (fault) {
    await session?.rollback().catch((error: Error) => {
      broken = error
    })
    // Behind a statement that failed, every other fails too: the first says why.
    const failure = session?.failure()
    // It failed without a word from the server: what the library holds that the server knows may not be so any more.
    if (failure instanceof Error && !isAnswer(failure)) broken ??= failure
    const why = failure ?? fault
    throw committing && mayHaveHappened(fault) && mayHaveHappened(why) ? new MayHaveHappened(why) : why
  } finally {
    client.release(broken)
  }
}
