import type { Reader } from '../records/index.ts'
import { maskWords } from './marks/mask.ts'
import type { Part } from './rules.ts'
import { screened, speakerOf } from './screened.ts'

/**
 * A text of somebody of a family as the staff read it, where it is no message: each personal detail is named and not shown,
 * found as it would be in a message of theirs.
 */
export async function maskedText(reader: Reader, text: string, by: Part): Promise<string> {
  const { masked = [] } = await screened(reader, text, { speaker: speakerOf(by) })
  return maskWords(text, masked)
}
