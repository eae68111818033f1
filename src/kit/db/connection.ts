import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type pg from 'pg'
import { askOne, flight, isKnown, isTold, type Statement } from './flight.ts'
import { type Prepared, question } from './prepared.ts'

// A statement is parsed by the server once for each connection and then known by its name.
const names = new Map<string, string>()
const namesKept = 1_000

function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= namesKept) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/** A piece of a question, and who waits for the answer. */
interface Asked {
  readonly piece: Prepared<never>
  readonly values: readonly unknown[]
  readonly done: (answer: unknown) => void
  readonly fail: (error: unknown) => void
}

/** Pieces as one statement. */
const questionOf = (pieces: readonly Asked[]): Statement => {
  const text = question(pieces.map(({ piece }) => piece))
  return { name: statementName(text), text, values: pieces.flatMap(one => one.values) }
}

/** Gives each piece its own part of the answer. */
function answer(pieces: readonly Asked[], answered: Promise<pg.QueryResult>): void {
  answered.then(
    ({ rows: [row] }) => {
      for (const [at, { done }] of pieces.entries()) done(row[`a${at}`])
    },
    error => {
      for (const { fail } of pieces) fail(error)
    },
  )
}

/**
 * One connection, and what is said on it in a transaction: gathered, so that what nobody waits for by itself leaves together.
 */
export class OneConnection implements DatabaseConnection {
  readonly client: pg.ClientBase
  /** What the first statement that nobody waits for failed with, in this transaction. */
  failure: unknown
  /** Whether anything of this transaction has left. */
  #begun = false
  /** Statements that nobody waits for, until they leave. */
  #waiting: Statement[] = []
  /** Pieces of the next question, until it leaves. */
  #pieces: Asked[] = []
  constructor(client: pg.ClientBase) {
    this.client = client
  }

  /**
   * Holds what is sent on this connection until the work in hand has nothing more to say, so that all that is sent without
   * waiting leaves as one packet.
   */
  gather(): void {
    const { stream } = (this.client as pg.Client).connection
    if (stream.writableCorked > 0) return
    stream.cork()
    // After every promise that is ready to go on: whatever those send is gathered too.
    process.nextTick(() => {
      this.#leave()
      stream.uncork()
    })
  }

  /** Begins a transaction: these leave with whatever is said first. */
  begin(statements: readonly Statement[]): void {
    this.failure = undefined
    this.#begun = false
    this.#waiting = [...statements]
  }

  ask(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    this.gather()
    this.#leave()
    return this.#askOne({ name: statementName(text), text, values })
  }

  /** Pieces that are asked before the work in hand has nothing more to say are one question. */
  askPiece(piece: Prepared<never>, values: readonly unknown[]): Promise<unknown> {
    this.gather()
    return new Promise((done, fail) => this.#pieces.push({ piece, values, done, fail }))
  }

  send(text: string, values: readonly unknown[]): void {
    this.gather()
    if (this.#pieces.length > 0) this.#leave()
    this.#waiting.push({ name: statementName(text), text, values })
  }

  /** What waits leaves together with the commit. */
  commit(): Promise<pg.QueryResult | undefined> {
    this.gather()
    if (this.#pieces.length > 0) this.#leave()
    this.#waiting.push({ name: 'commit', text: 'commit', values: [] })
    return this.#leave()
  }

  /** What waits never leaves. */
  async rollback(): Promise<void> {
    if (this.#pieces.length > 0) this.#leave()
    this.#waiting = []
    if (!this.#begun) return
    this.gather()
    await this.#askOne({ name: 'rollback', text: 'rollback', values: [] })
  }

  /**
   * Sends what waits, and behind it the question: in one flight where the server knows all of it, else one by one. Gives the
   * last one's result.
   */
  #leave(): Promise<pg.QueryResult | undefined> {
    const pieces = this.#pieces
    const asking = pieces.length > 0 ? questionOf(pieces) : undefined
    const statements = asking ? [...this.#waiting, asking] : this.#waiting
    if (statements.length === 0) return Promise.resolve(undefined)
    this.#begun = true
    this.#waiting = []
    this.#pieces = []
    const known =
      statements.every(one => isKnown(this.client, one)) && (!asking || isTold(this.client, asking))
    const asked = known ? [flight(this.client, statements)] : statements.map(one => this.#askOne(one))
    for (const one of asked)
      one.catch(error => {
        this.failure ??= error
      })
    const last = asked.at(-1) as Promise<pg.QueryResult>
    answer(pieces, last)
    return last
  }

  async #askOne(statement: Statement): Promise<pg.QueryResult> {
    try {
      return await askOne(this.client, statement)
    } catch (error) {
      // What went wrong is read where the answer came in; whoever looks for it wants to know who asked.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.ask(query.sql, query.parameters)
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on a transaction')
  }
}
