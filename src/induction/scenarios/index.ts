import { internet } from './internet.ts'
import { messages } from './messages.ts'
import { phones } from './phones.ts'
import { pictures } from './pictures.ts'
import { profiles } from './profiles.ts'
import type { Scenario } from './scenario.ts'

export type { ChooseScenario, MayScenario, Proposed, Scenario } from './scenario.ts'
export { doing } from './scenario.ts'

/** Every situation there is to be asked about. */
export const scenarios: readonly Scenario[] = [...messages, ...profiles, ...pictures, ...phones, ...internet]

const byId = new Map(scenarios.map(one => [one.id, one]))

/** The situation of this name; undefined when Lanyard has it no more. */
export const scenarioOf = (id: string): Scenario | undefined => byId.get(id)
