import { idFrom } from '../../kit/ids.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type ConversationId, type MessageId, type MessageRow, selectMessages } from '../queries.ts'

const first = idFrom<'message'>('00000000-0000-0000-0000-000000000000')

/** A message in its place, with so many before and after it, as the reader may see them: to the staff, details are masked. */
export async function inPlace(
  { db, actor }: Reader<PersonActor>,
  at: { readonly conversation: ConversationId; readonly message: MessageId },
  around: number,
): Promise<readonly MessageRow[]> {
  const eyes = actor.kind === 'staff' ? 'staff' : 'family'
  const which = [db, actor.agencyId, at.conversation] as const
  const before = await selectMessages(...which, { eyes, before: at.message, limit: around + 1 })
  const after = before.at(-1)?.id ?? first
  const rest = await selectMessages(...which, { eyes, after, limit: around + 1 })
  return [...(around > 0 ? before.slice(-around) : []), ...rest]
}
