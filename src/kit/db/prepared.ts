import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'

/** What a statement is given each time, by names. */
export type Values = object

/** Where each of them stands in the text. */
export type Places<V extends Values> = { readonly [Name in keyof V]: RawBuilder<V[Name]> }

/** A statement written once: its text, and which value goes to $1, $2, … */
export interface Prepared<V extends Values> {
  /** Of its own, in this process. */
  readonly number: number
  readonly text: string
  readonly order: readonly (keyof V)[]
}

/**
 * A question for one value: a select of one column and at most one row, null for none. Pieces that are asked at the same time
 * leave as one statement (ask), whichever rooms they are from: none has to know another's tables for that.
 */
export interface Piece<V extends Values, T> extends Prepared<V> {
  readonly answers?: T
}

/** Stands for a value until there is one. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const places = new Proxy({}, { get: (_, name) => sql`${new Place(String(name))}` })

let count = 0

const compiler = new Kysely({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/**
 * Writes a statement once, for values that come later: putting its text together takes longer than sending it. A value that
 * stands in several places is sent once, so it must be of one type in all of them.
 */
export function prepared<V extends Values>(write: (places: Places<V>) => RawBuilder<unknown>): Prepared<V> {
  const { sql: text, parameters } = write(places as Places<V>).compile(compiler)
  const names = parameters.map(one => {
    if (one instanceof Place) return one.name as keyof V & string
    throw new TypeError('a statement that is written once holds no value')
  })
  const order = [...new Set(names)]
  const placed = (at: string) => order.indexOf(names[Number(at) - 1] as keyof V & string) + 1
  return { number: count++, text: text.replace(/\$(\d+)/g, (_, at: string) => `$${placed(at)}`), order }
}

/** The same for a piece of a question. */
export const piece = <V extends Values, T>(write: (places: Places<V>) => RawBuilder<unknown>): Piece<V, T> =>
  prepared(write)

/** The values of a statement, in the order in which its text names them. */
export const valuesOf = <V extends Values>({ order }: Prepared<V>, values: V): readonly unknown[] =>
  order.map(name => values[name])

const questions = new Map<string, string>()

/** Several pieces as one statement, whose columns are a0, a1, … */
export function question(pieces: readonly Prepared<never>[]): string {
  const key = pieces.map(one => one.number).join(' ')
  const before = questions.get(key)
  if (before !== undefined) return before
  let values = 0
  const columns = pieces.map(({ text, order }, at) => {
    const shifted = text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + values}`)
    values += order.length
    return `(${shifted}) as a${at}`
  })
  const text = `select ${columns.join(', ')}`
  questions.set(key, text)
  return text
}
