import type { PersonId } from '../records/index.ts'
import type { ConversationRow, MessageRow } from './queries.ts'
import type { ThreadPage } from './thread-page.tsx'

const listed = new Intl.ListFormat('en-GB')

/** Those of a conversation who have looked at it since a message was sent: by name, in the order in which they came in. */
export function haveSeen(
  { participants }: Pick<ConversationRow, 'participants'>,
  { author_id, sent_at }: Pick<MessageRow, 'author_id' | 'sent_at'>,
): readonly string[] {
  return participants.flatMap(one =>
    one.person_id !== author_id && one.left_at === null && one.seen_at && new Date(one.seen_at) >= sent_at
      ? [one.name]
      : [],
  )
}

/**
 * Below the newest page of what was said: who has looked at the reader’s own last message. Those who answer by email or text look
 * nowhere: how it went to them stands beside the message.
 */
export const SeenBy = (about: {
  readonly conversation: ConversationRow
  readonly page: ThreadPage
  readonly me: PersonId
}) => {
  const last = about.page.later ? undefined : about.page.messages.findLast(m => m.author_id === about.me)
  const names = last ? haveSeen(about.conversation, last) : []
  return (
    <p class="ly-seen" role="status" data-part="seen">
      {names.length > 0 && `Your last message has been read by ${listed.format(names)}.`}
      {last && names.length === 0 && 'Nobody has read your last message here yet.'}
    </p>
  )
}
