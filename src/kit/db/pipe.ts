import type pg from 'pg'
import { askOne, flight, isKnown, isTold, type Statement } from './flight.ts'

/** Somebody whose work is in a transaction, with others or alone. */
export interface Speaker {
  /** What is set for as long as this work speaks. */
  readonly settings: Statement | undefined
  /** The work in hand has nothing more to say. */
  readonly leave: () => void
  /** What is asked leaves at once. */
  readonly askNow: () => void
  /** What still waits, to leave with the commit. */
  readonly takeWaiting: () => readonly Statement[]
  /** What waits never leaves; what was asked is answered all the same. */
  readonly forget: () => void
}

/** Nothing of the transaction has happened: it was undone by the server, or its commit was never sent. */
export class NotCommitted extends Error {}

const commit: Statement = { name: 'commit', text: 'commit', values: [] }
/** What a statement fails with behind another that has failed: it says nothing of why. */
const isBehindAnother = (error: unknown) => (error as { code?: string }).code === '25P02'

/**
 * What goes down one connection in one transaction, of everybody whose work is in it: what is said at the same time leaves as one
 * packet, and each one's statements behind their own settings.
 */
export class Pipe {
  readonly #client: pg.ClientBase
  /** What the first statement that nobody waits for by itself has failed with. Whoever asked hears of it, and may say it better. */
  failure: unknown
  /** What opens the transaction, until something has left. */
  #opening: readonly Statement[]
  #begun = false
  #ended = false
  /** Whose settings hold now. */
  #speaking: Speaker | undefined
  /** Who has something to say, until it leaves. */
  #due: Set<Speaker | undefined> | undefined
  /** What left one by one: each may have failed by itself, without a word from the server. */
  readonly #oneByOne: Promise<unknown>[] = []
  /** `opening` leaves with whatever is said first. */
  constructor(client: pg.ClientBase, opening: readonly Statement[]) {
    this.#client = client
    this.#opening = opening
  }

  /**
   * Holds what is sent on this connection until the work in hand has nothing more to say, so that all that is sent without
   * waiting leaves as one packet. Throws once the transaction has ended: the connection is somebody else’s then.
   */
  gather(one?: Speaker): void {
    if (this.#ended) throw new Error('the transaction has ended')
    if (this.#due) return void this.#due.add(one)
    const due = new Set([one])
    this.#due = due
    const { stream } = (this.#client as pg.Client).connection
    stream.cork()
    // After every promise that is ready to go on: whatever those send is gathered too.
    process.nextTick(() => {
      this.#due = undefined
      if (!this.#ended) for (const each of due) each?.leave()
      stream.uncork()
    })
  }

  /** What goes before the next statements of one: the opening, and their settings where another's hold. */
  before(one: Speaker): readonly Statement[] {
    const opening = this.#opening
    const settings = this.#speaking === one ? undefined : one.settings
    this.#opening = []
    this.#begun = true
    this.#speaking = one
    return settings ? [...opening, settings] : opening
  }

  /**
   * Sends statements: in one flight where the server knows all of them, and what columns the last has if its rows are wanted; else one
   * by one. Gives the last one's result.
   */
  fly(statements: readonly Statement[], rowsWanted = false): Promise<pg.QueryResult> {
    const last = statements.at(-1) as Statement
    const known = statements.every(one => isKnown(this.#client, one))
    const together = known && (!rowsWanted || isTold(this.#client, last))
    const asked = together ? [flight(this.#client, statements)] : statements.map(one => this.ask(one))
    if (!together) this.#oneByOne.push(...asked)
    for (const one of asked)
      one.catch(error => {
        if (!isBehindAnother(error)) this.failure ??= error
      })
    return asked.at(-1) as Promise<pg.QueryResult>
  }

  async ask(statement: Statement): Promise<pg.QueryResult> {
    try {
      return await askOne(this.#client, statement)
    } catch (error) {
      // What went wrong is read where the answer came in; whoever looks for it wants to know who asked.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }

  /**
   * What waits leaves together with the commit; where the server does not know all of it, the commit leaves once all before it is
   * answered: one that could not even be written must not be missing from what is committed. Gives what the server answered to the
   * commit. Throws NotCommitted where that was not sent, as something had failed.
   */
  async commit(all: readonly Speaker[]): Promise<pg.QueryResult> {
    this.gather()
    for (const one of all) one.askNow()
    const waiting = all.flatMap(one => one.takeWaiting())
    this.#ended = true
    this.#begun = true
    const before = [...this.#opening, ...waiting]
    const known = [...before, commit].every(one => isKnown(this.#client, one))
    if (!known && before.length > 0) this.fly(before)
    if (this.#oneByOne.length > 0) await Promise.allSettled(this.#oneByOne)
    if (this.failure !== undefined) throw new NotCommitted('a statement failed, and nothing was committed')
    return this.fly(known ? [...before, commit] : [commit])
  }

  /** What waits never leaves. */
  async rollback(all: readonly Speaker[]): Promise<void> {
    for (const one of all) one.forget()
    this.#ended = true
    if (this.#begun) await askOne(this.#client, { name: 'rollback', text: 'rollback', values: [] })
  }
}
