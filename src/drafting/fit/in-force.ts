import { type Fit, fitOf, type MadeOf } from '../../clauses/index.ts'
import { type InForceText, inForceTexts, type PolicyId } from '../../policies/index.ts'
import type { Reader } from '../../records/index.ts'
import { partsFromText } from '../writing/from-text.ts'
import { type Seen, seenOf } from './seen.ts'

/** How one policy in force stands to the guidance. */
export interface PolicyFit {
  readonly policy: PolicyId
  readonly title: string
  readonly number: number
  readonly seen: Seen
  readonly fits: readonly Fit[]
  readonly madeOf: MadeOf
}

/** What a text in force is made of: words alone are parts that nobody has held against anything. */
export const madeOfText = ({ text, madeOf }: Pick<InForceText, 'text' | 'madeOf'>): MadeOf =>
  madeOf ?? { parts: partsFromText(text), blanks: {} }

/** How each policy in force stands to the guidance, where the guidance says what it should hold: for the board too. */
export async function policyFits(reader: Reader): Promise<readonly PolicyFit[]> {
  return (await inForceTexts(reader)).flatMap(found => {
    const madeOf = madeOfText(found)
    const fits = fitOf(found.kind, madeOf)
    if (fits.length === 0) return []
    const { policy, title, number } = found
    return [{ policy, title, number, fits, madeOf, seen: seenOf(found.kind, madeOf) }]
  })
}
