import { type Act, type Rules, type Ruling, rule } from '../guidance/index.ts'
import { type OwnRule, ownAmong, rulesInForce } from '../own-rules/index.ts'
import type { Reader } from '../records/index.ts'
import type { Asked } from './asked.ts'

/** What was asked, ruled on by the organisation's rules of this day, with those of its own that made it so. */
export interface Ruled {
  readonly asked: Asked
  readonly rules: Rules
  readonly ruling: Ruling
  readonly own: readonly OwnRule[]
}

export async function ruledFor(reader: Reader, asked: Asked): Promise<Ruled> {
  const { rules } = await rulesInForce(reader)
  const ruling = rule<Act>(asked.act, asked.facts, rules)
  return { asked, rules, ruling, own: await ownAmong(reader, ruling.rows) }
}
