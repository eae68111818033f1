import { createHash } from 'node:crypto'
import { type Scenario, scenarios } from './scenarios/index.ts'

/** How many situations one person is asked about. */
export const asked = 8

export interface Choosing {
  /** Anything of one's own, such as a new id: the same seed chooses the same. */
  readonly seed: string
  /** Whether the person's role brings them into contact with children and families. */
  readonly contact: boolean
  /** What they were asked the last time. */
  readonly last: readonly string[]
}

/**
 * Chooses the situations for one person: what their role can meet, from every way of being in contact and from reporting,
 * none of them from the last time as long as there are others.
 */
export function chooseScenarios({ seed, contact, last }: Choosing): readonly string[] {
  const turn = ({ id }: Scenario) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  const inTurn = (some: readonly Scenario[]) =>
    some
      .map(one => ({ one, at: turn(one) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ one }) => one)
  const fits = inTurn(scenarios.filter(one => contact || !one.contact))
  const fresh = fits.filter(({ id }) => !last.includes(id))
  const first = [...new Set(fresh.map(({ way }) => way))].flatMap(
    way => fresh.find(one => one.way === way) ?? [],
  )
  const chosen = [...new Set([...first, ...fresh, ...fits])].slice(0, asked)
  // In an order of their own, so that nobody can tell from its place what a question is about.
  return inTurn(chosen).map(({ id }) => id)
}
