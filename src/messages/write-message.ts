import type { RulesInForce } from '../guidance/index.ts'
import { refuse } from '../kit/proof.ts'
import type { Change, PersonActor, Writer } from '../records/index.ts'
import type { KeptAs } from './kept-words.ts'
import type { OwnRefusal } from './open-conversation.ts'
import { forbiddenByOurs } from './ruled.ts'
import { isStaff } from './rules.ts'
import { type Draft, type SendingRefusal, type Stored, sendMessage } from './send-message.ts'
import type { There } from './sent-before.ts'

/** A conversation to write in, and the organisation's rules of this day. */
export interface WithOurRules {
  readonly found: Parameters<typeof sendMessage>[1]
  readonly ours: RulesInForce
}

/**
 * Sends a worker's message, unless a rule of our own says no to writing here: the same ruling that they would have read, had
 * they asked before.
 */
export async function writeMessage(
  writer: Writer<PersonActor>,
  { found, ours }: WithOurRules,
  draft: Draft,
): Promise<Change<Stored | KeptAs | There | undefined, OwnRefusal | SendingRefusal>> {
  const no = isStaff(found.as) && (await forbiddenByOurs(writer, found.conversation.participants, ours))
  return no ? refuse('own-rule', no) : sendMessage(writer, found, draft)
}
