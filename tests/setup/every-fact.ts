import { type Act, type ActDefinition, acts, type Facts } from '../../src/guidance/index.ts'

/** Facts of an act, with their names forgotten. */
export type AnyFacts = Readonly<Record<string, string>>

/** The facts an act turns on, as data. */
export const factsOf = (act: Act): ActDefinition['facts'] => acts[act].facts

/** Facts as rule() takes them. */
// Made from the act's own definition, value by value.
export const asFacts = (facts: AnyFacts): Facts<Act> => facts as Facts<Act>

const combinations = (act: Act, more: readonly string[]): readonly AnyFacts[] =>
  Object.entries(factsOf(act)).reduce<readonly AnyFacts[]>(
    (all, [name, { values }]) =>
      all.flatMap(known => [...Object.keys(values), ...more].map(value => ({ ...known, [name]: value }))),
    [{}],
  )

/** Every combination of facts there is, all of them known. */
export const everyFull = (act: Act): readonly AnyFacts[] => combinations(act, [])

/** As `everyFull`, with `unknown` for a value of every fact. */
export const everyPartial = (act: Act): readonly AnyFacts[] => combinations(act, ['unknown'])

/** The names of the facts that are not known. */
export const unknownIn = (facts: AnyFacts): readonly string[] =>
  Object.keys(facts).filter(name => facts[name] === 'unknown')

/** The same facts with one more known, in each way it may turn out. */
export const ways = (act: Act, facts: AnyFacts, name: string): readonly AnyFacts[] =>
  Object.keys(factsOf(act)[name]?.values ?? {}).map(value => ({ ...facts, [name]: value }))
