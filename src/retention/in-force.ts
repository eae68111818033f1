import type { Reader } from '../records/index.ts'
import { type RuleRow, selectRules } from './queries.ts'
import { type KeptKind, keptKindList, keptKinds, monthsInWords } from './rules.ts'

/** How many months a kind is kept here, and who decided so, where somebody has. */
export interface InForce {
  readonly kind: KeptKind
  readonly months: number
  readonly rule: RuleRow | undefined
}

/** Every kind, as it is kept here today. */
export async function periodsInForce({ db, actor }: Reader): Promise<readonly InForce[]> {
  const rules = await selectRules(db, actor.agencyId)
  return keptKindList.map(kind => {
    const rule = rules.find(one => one.kind === kind)
    return { kind, months: rule?.months ?? keptKinds[kind].months, rule }
  })
}

/** How many months one kind is kept here today. */
export async function monthsOf(reader: Reader, kind: KeptKind): Promise<number> {
  const found = (await periodsInForce(reader)).find(one => one.kind === kind)
  return found?.months ?? keptKinds[kind].months
}

/** The sentence that families read of it. */
export const keptForFamilies = async (reader: Reader): Promise<string> =>
  `We keep what is written here for ${monthsInWords(await monthsOf(reader, 'message'))} after our work with you ends. Then its words are erased, unless we must keep them to keep somebody safe.`
