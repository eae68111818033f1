import type { Already, Permitted, Refused } from '../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../records/index.ts'
import { eraseByHand, type HeldFacts } from '../retention/index.ts'
import { keptMessages } from './erasing/message-kinds.ts'
import type { MessageTable } from './queries.ts'

/**
 * Erases the words of a message where the law requires it, with everything that repeats them. Who sent it, when and in which
 * conversation stay, and an entry says that it was erased and why. Erased already: nothing is changed. Refuses what a hold
 * keeps.
 */
export const eraseMessage = (
  writer: Writer<PersonActor>,
  message: Permitted<'erase', MessageTable>,
  reason: string,
): Promise<Recorded<undefined> | Already<undefined> | Refused<'held', HeldFacts>> =>
  eraseByHand(writer, keptMessages, { id: message.id, reason })
