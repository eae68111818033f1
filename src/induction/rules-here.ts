import { documentRules, type Rules } from '../guidance/index.ts'
import type { Reader } from '../records/index.ts'

/** The rules that the reader's organisation keeps to today. */
export async function rulesHere(_reader: Reader): Promise<Rules> {
  return documentRules
}
