import { type Act, type ActDefinition, acts, type Facts, isAct } from '../guidance/index.ts'

/** The answer of somebody who does not know: it counts as the least safe. Only a safeguard can be answered so. */
export const unsure = 'unsure'

/** What a person has been asked and has answered so far. It all stands in the address. */
export interface Asked {
  readonly act: Act
  /** Their answers by fact, in the order they were given. */
  readonly answers: ReadonlyMap<string, string>
  readonly facts: Facts<Act>
  /** The fact that the page before asked for and nobody answered. */
  readonly missed: string | undefined
}

/** The field that says which question a form asked, so that one sent empty is known from one not sent. */
export const askedField = 'of'

/** The facts an act turns on, as data. */
export const factsOf = (act: Act): ActDefinition['facts'] => acts[act].facts

/** What an address says was asked and answered. Undefined when it names no act; whatever else it holds is passed over. */
export function readAsked(query: URLSearchParams): Asked | undefined {
  const act = query.get('act') ?? ''
  if (!isAct(act)) return undefined
  const answers = new Map<string, string>()
  for (const [fact, answer] of query)
    if (!answers.has(fact) && isAnswer(act, fact, answer)) answers.set(fact, answer)
  const of = query.get(askedField) ?? ''
  const missed = Object.hasOwn(factsOf(act), of) && !answers.has(of) ? of : undefined
  return { act, answers, facts: asFacts(act, answers), missed }
}

function isAnswer(act: Act, fact: string, answer: string): boolean {
  const facts = factsOf(act)
  const found = Object.hasOwn(facts, fact) ? facts[fact] : undefined
  if (!found) return false
  return Object.hasOwn(found.values, answer) || (answer === unsure && found.kind === 'scale')
}

function asFacts(act: Act, answers: ReadonlyMap<string, string>): Facts<Act> {
  const known = [...answers].map(([fact, answer]) => {
    const [least] = Object.keys(factsOf(act)[fact]?.values ?? {})
    return [fact, answer === unsure ? least : answer]
  })
  // Every name is one of this act's facts, and every value one of that fact's: isAnswer has looked.
  return Object.fromEntries(known) as Facts<Act>
}

/** The act and its answers as an address says them, up to the question `before` and without it. */
export function queryOf({ act, answers }: Pick<Asked, 'act' | 'answers'>, before?: string): string {
  const query = new URLSearchParams({ act })
  for (const [fact, answer] of answers) {
    if (fact === before) break
    query.append(fact, answer)
  }
  return query.toString()
}

/** An answer in words. */
export const inWords = (act: Act, fact: string, answer: string): string =>
  answer === unsure ? 'I do not know' : (factsOf(act)[fact]?.values[answer] ?? answer)
