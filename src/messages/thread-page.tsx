import { idFrom } from '../kit/ids.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { Link, Paragraph } from '../ui/index.ts'
import { type ConversationRow, eyesOf, type MessageId, type MessageRow, selectMessages } from './queries.ts'

const pageOf = 50

/** A page of what was said, and whether there is more on either side of it. */
export interface ThreadPage {
  readonly messages: readonly MessageRow[]
  readonly earlier: MessageId | undefined
  readonly later: MessageId | undefined
  /** The first message that the reader has not looked at, when it is on this page. */
  readonly firstNew: MessageId | undefined
}

/** The newest messages; or those before or after the one that the address names. */
export async function threadPage(
  { db, actor }: Reader<PersonActor>,
  conversation: ConversationRow,
  query: URLSearchParams,
): Promise<ThreadPage> {
  const before = idFrom<'message'>(query.get('before'))
  const after = before ? undefined : idFrom<'message'>(query.get('after'))
  const limit = pageOf + 1
  const found = await selectMessages(db, actor.agencyId, conversation.id, {
    eyes: eyesOf(actor),
    before,
    after,
    limit,
  })
  const more = found.length > pageOf
  const messages = after ? found.slice(0, pageOf) : found.slice(-pageOf)
  return {
    messages,
    earlier: more || after ? messages[0]?.id : undefined,
    later: before || (after && more) ? messages.at(-1)?.id : undefined,
    firstNew: firstNewOf(messages, conversation, actor.personId),
  }
}

function firstNewOf(
  messages: readonly MessageRow[],
  { participants }: ConversationRow,
  personId: PersonId,
): MessageId | undefined {
  const me = participants.find(one => one.person_id === personId && one.left_at === null)
  if (!me) return undefined
  const seen = me.seen_at ? new Date(me.seen_at) : undefined
  return messages.find(({ author_id, sent_at }) => author_id !== personId && !(seen && sent_at <= seen))?.id
}

/** Above what was said: the way to what was said before it, and past it to where one writes. */
export const Earlier = ({ at, page }: { readonly at: string; readonly page: ThreadPage }) => (
  <>
    {page.earlier && (
      <Paragraph>
        <Link href={`${at}?before=${page.earlier}#newest`}>Earlier messages</Link>
      </Paragraph>
    )}
    {page.messages.length > 5 && (
      <Paragraph>
        <Link href="#newest">Skip to the last message on this page</Link>
      </Paragraph>
    )}
  </>
)

/** Below a page that is not the newest. */
export const Later = ({ at, page }: { readonly at: string; readonly page: ThreadPage }) => (
  <>
    <Paragraph>
      <Link href={`${at}?after=${page.later}`}>Later messages</Link>
    </Paragraph>
    <Paragraph>
      <Link href={`${at}#newest`}>The newest messages, and where to write</Link>
    </Paragraph>
  </>
)
