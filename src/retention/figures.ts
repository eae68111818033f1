import { inDays } from '../kit/clock.ts'
import type { Reader } from '../records/index.ts'
import { periodsInForce } from './in-force.ts'
import { keptKindAt, monthsInWords } from './rules.ts'

/** A kind that an organisation keeps for a shorter time than Lanyard does by itself, as its board sees it. */
export interface Shortened {
  readonly what: string
  readonly kept: string
  readonly why: string
  readonly decided: string
}

/** Everything that the reader's agency keeps for a shorter time: for its board. */
export async function shortened(reader: Reader): Promise<readonly Shortened[]> {
  return (await periodsInForce(reader)).flatMap(({ kind, months, rule }) => {
    const usual = keptKindAt(kind)
    if (!rule || months >= usual.months) return []
    const kept = `${monthsInWords(months)}, and not ${monthsInWords(usual.months)}`
    return [
      { what: usual.title, kept, why: rule.says, decided: `${rule.set_by_name}, ${inDays(rule.set_at)}` },
    ]
  })
}
