import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type pg from 'pg'
import type { Statement } from './flight.ts'
import type { Pipe, Speaker } from './pipe.ts'
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

/** Whether a statement only reads: what is done for its own sake is selected from nothing (`select enqueue(…)`). */
const onlyReads = (text: string): boolean => /^\s*select\s.*\sfrom\s/is.test(text)

/**
 * One connection, and what one piece of work says on it in a transaction: gathered, so that what nobody waits for by itself leaves
 * together. Others may say something on it in the same transaction: each one's statements go behind their own settings.
 */
export class OneConnection implements DatabaseConnection, Speaker {
  readonly #pipe: Pipe
  readonly settings: Statement | undefined
  /** Whether others share the transaction: then what nobody waits for stays until this work asks something, or the transaction ends. */
  readonly isShared: boolean
  /** Whether anything has left that may have changed something. */
  hasWritten = false
  /** Statements that nobody waits for, until they leave. */
  #waiting: Statement[] = []
  /** Pieces of the next question, until it leaves. */
  #pieces: Asked[] = []
  constructor(
    pipe: Pipe,
    { settings, shared }: { readonly settings: Statement | undefined; readonly shared: boolean },
  ) {
    this.#pipe = pipe
    this.settings = settings
    this.isShared = shared
  }

  ask(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    this.#pipe.gather(this)
    this.#leave()
    if (!onlyReads(text)) this.hasWritten = true
    const before = this.#pipe.before(this)
    if (before.length > 0) this.#pipe.fly(before)
    return this.#pipe.ask({ name: statementName(text), text, values })
  }

  /** Pieces that are asked before the work in hand has nothing more to say are one question. */
  askPiece(piece: Prepared<never>, values: readonly unknown[]): Promise<unknown> {
    this.#pipe.gather(this)
    return new Promise((done, fail) => this.#pieces.push({ piece, values, done, fail }))
  }

  send(text: string, values: readonly unknown[]): void {
    this.#pipe.gather(this)
    this.askNow()
    this.#waiting.push({ name: statementName(text), text, values })
  }

  /** What it asks leaves, and what it sent, unless that stays for the end. */
  leave(): void {
    if (!this.isShared || this.#pieces.length > 0) this.#leave()
  }

  takeWaiting(): readonly Statement[] {
    const waiting = this.#waiting
    this.#waiting = []
    return waiting.length > 0 ? [...this.#pipe.before(this), ...waiting] : []
  }

  askNow(): void {
    if (this.#pieces.length > 0) this.#leave()
  }

  forget(): void {
    this.#waiting = []
    this.askNow()
  }

  /** Sends what waits, and behind it the question. */
  #leave(): void {
    const pieces = this.#pieces
    const asking = pieces.length > 0 ? [questionOf(pieces)] : []
    if (this.#waiting.length > 0) this.hasWritten = true
    const waiting = [...this.#waiting, ...asking]
    if (waiting.length === 0) return
    this.#waiting = []
    this.#pieces = []
    answer(pieces, this.#pipe.fly([...this.#pipe.before(this), ...waiting], pieces.length > 0))
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.ask(query.sql, query.parameters)
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on a transaction')
  }
}
