import type { Rules } from '../guidance/index.ts'
import { rulesInForce } from '../own-rules/index.ts'
import type { Reader } from '../records/index.ts'

/** The rules that the reader's organisation keeps to today: the guidance's, with its own laid over them. */
export const rulesHere = async (reader: Reader): Promise<Rules> => (await rulesInForce(reader)).rules
