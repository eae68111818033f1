import { closeDuties, owes } from '../duties/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type PersonActor, record, type Writer } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Details, Heading, Inset, Link, Paragraph } from '../ui/index.ts'
import { conversationToRead } from './access.ts'
import { type ConversationId, markSeen, selectMessages } from './queries.ts'
import { routes } from './routes.ts'
import { isStaff } from './rules.ts'
import { hasNoMoreToSay } from './send-message.ts'
import { Talk, WhoIsHere, WriteForm } from './talk.tsx'

const pageOf = 50

/** One conversation. A manager's reading of it is an entry before a word is shown. */
export const conversationScreen = screen({
  address: routes.conversation,
  loadOnRecord: async (writer, { conversation: id, query }) => {
    const found = await conversationToRead(writer, id)
    if (!found) return undefined
    const { conversation, as } = found
    // Before the messages are looked for: what is said from now on is owed another look.
    if (as !== 'supervisor') await seen(writer, conversation.id)
    const before = idFrom<'message'>(query.get('before'))
    const messages = await selectMessages(writer.db, writer.actor.agencyId, conversation.id, {
      before,
      limit: pageOf,
    })
    const ended = as !== 'supervisor' && (await hasNoMoreToSay(writer, { conversation, as }))
    return { conversation, as, messages, ended }
  },
  show: ({ thing: { conversation, as, messages, ended }, actor }) => {
    const to = { conversation: conversation.id }
    const oldest = messages.length === pageOf ? messages[0] : undefined
    return {
      title: conversation.subject,
      back:
        as === 'supervisor'
          ? { href: routes.team.to(), text: 'The team’s conversations' }
          : { href: routes.conversations.to(), text: 'Conversations' },
      scripts: ['live.js'],
      body: (
        <>
          <Heading>{conversation.subject}</Heading>
          {as === 'supervisor' && (
            <Inset>You are reading this as a manager. That you read it, and when, is on the record.</Inset>
          )}
          <Details
            summary={`Who is here: ${conversation.participants.filter(p => !p.left_at).length} people`}
          >
            <WhoIsHere conversation={conversation} />
            <Paragraph>
              Your managers and the designated person can read it too. Each reading is on the record.
            </Paragraph>
          </Details>
          {oldest && (
            <Paragraph>
              <Link href={`${routes.conversation.to(to)}?before=${oldest.id}`}>Earlier messages</Link>
            </Paragraph>
          )}
          <Talk conversation={conversation} messages={messages} actor={actor} live={routes.live.to(to)} />
          {ended && (
            <Inset>
              You no longer work with this child or family: you can read what was said, and write nothing
              more.
            </Inset>
          )}
          {!ended && as !== 'supervisor' && isStaff(as) && <WriteForm action={routes.write.to(to)} />}
        </>
      ),
    }
  },
})

/** Marks what was read, and closes the duty of a second adult who has now looked. */
async function seen(writer: Writer<PersonActor>, id: ConversationId): Promise<void> {
  const { actor, now, db } = writer
  await markSeen(db, { agencyId: actor.agencyId, id, personId: actor.personId, at: now })
  if (!(await owes(writer, { kind: 'second-adult', person: actor.personId, aboutId: id }))) return
  const looked = await record(writer, {
    event: 'conversation.joined',
    about: [{ kind: 'conversation', id }],
    cites: [],
    content: { conversation: id, at: now.toISOString() },
  })
  await closeDuties(writer, { kind: 'second-adult', person: actor.personId, aboutId: id }, looked.entryId)
}
