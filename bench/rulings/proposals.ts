import { type Act, type ActDefinition, actNames, acts, type Facts } from '../../src/guidance/index.ts'

/** An act somebody proposes, with every fact known. */
export interface Proposal {
  readonly act: Act
  readonly facts: Facts<Act> & Readonly<Record<string, string>>
}

/** Every act with every combination of facts. */
export const everyProposal = (): readonly Proposal[] =>
  actNames.flatMap(act => {
    const { facts }: ActDefinition = acts[act]
    return Object.entries(facts)
      .reduce<readonly Readonly<Record<string, string>>[]>(
        (all, [name, { values }]) =>
          all.flatMap(known => Object.keys(values).map(value => ({ ...known, [name]: value }))),
        [{}],
      )
      .map(known => ({ act, facts: known }))
  })
