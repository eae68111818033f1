import { routes as agreements } from '../agreements/index.ts'
import { inFull } from '../kit/clock.ts'
import { organisationFacts, routes as people } from '../people/index.ts'
import { keptForFamilies } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Link, Paragraph } from '../ui/index.ts'
import { conversationToWrite } from './access.ts'
import { type Answered, answer } from './answer.ts'
import { ClosedToFamily, WhoElse } from './closed.screen.tsx'
import { NewMessages, Turning } from './conversations.screen.tsx'
import { Ended, isOpen, selectEnd } from './ended.tsx'
import { type FamilyNotices, Notices } from './family-notices.tsx'
import { listed } from './list-page.ts'
import { markSeen } from './queries.ts'
import { routes } from './routes.ts'
import { SeenBy } from './seen-by.tsx'
import { Talk, WhoIsHere, WriteForm } from './talk.tsx'
import { Earlier, Later, threadPage } from './thread-page.tsx'
import { topicOf } from './topic.ts'
import { OutsideHours } from './turn-to.tsx'
import { whyNot } from './words.tsx'
import { WorrySent } from './worried/worry-sent.tsx'
import { messageFields } from './write.screen.tsx'

/** A family's page: what was written to them, and nothing else. */
export const familyScreen = (noticesFor: FamilyNotices) =>
  screen({
    address: routes.family,
    load: async (reader, { query }) => {
      const found = await listed(reader, [reader.actor.personId], query)
      return { ...found, notices: await noticesFor(reader), keeping: await keptForFamilies(reader) }
    },
    show: ({ thing: { list, newer, older, notices, keeping }, actor, query }) => ({
      title: 'Your messages',
      plain: true,
      body: (
        <>
          <Heading>Your messages</Heading>
          <Notices notices={notices} />
          {list.length === 0 && notices.length === 0 && <Paragraph>There are no messages yet.</Paragraph>}
          {list.length > 0 && (
            <ul class="ly-list">
              {list.map(({ id, subject, with_names, last_at, unseen }) => (
                <li key={id}>
                  <Link
                    href={`${routes.familyConversation.to({ conversation: id })}${unseen > 0 ? '#new' : '#newest'}`}
                  >
                    {subject}
                  </Link>{' '}
                  <NewMessages unseen={unseen} />
                  <span class="ly-list__aside">
                    With {with_names}. {last_at ? inFull(new Date(last_at)) : ''}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Turning newer={newer} older={older} query={query} />
          <ButtonLink href={routes.familyNew.to()} kind="secondary">
            Write to somebody at {actor.place}
          </ButtonLink>
          <Paragraph>
            <Link href={agreements.family.to()}>How we may be in touch: say yes or no</Link>
          </Paragraph>
          <Paragraph>
            <Link href={people.familyWay.to()}>How we reach you</Link>
          </Paragraph>
          <Paragraph>{keeping}</Paragraph>
        </>
      ),
    }),
  })

export const familyConversationScreen = screen({
  address: routes.familyConversation,
  loadOnRecord: async (writer, { conversation: id, query }) => {
    const found = await conversationToWrite(writer, id)
    if (!found) return undefined
    const { db, actor, now } = writer
    const page = await threadPage(writer, found.conversation, query)
    const { conversation } = found
    const { agencyId, personId } = actor
    await markSeen(db, { agencyId, id: conversation.id, personId, at: now })
    if (page.firstNew) writer.announce(topicOf(conversation.id))
    const end = conversation.ended_at ? await selectEnd(writer, conversation.id) : undefined
    const closed = end !== undefined || !isOpen(conversation)
    return { ...found, page, end, closed, facts: await organisationFacts(writer) }
  },
  show: ({ thing: { conversation, page, end, closed, facts }, actor, now, query }) => {
    const to = { conversation: conversation.id }
    const at = routes.familyConversation.to(to)
    return {
      title: conversation.subject,
      plain: true,
      back: { href: routes.family.to(), text: 'Your messages' },
      scripts: ['live.js', 'send.js', ...(query.has('worried') ? ['draft.js'] : [])],
      body: (
        <div class="ly-talk">
          <Heading>{conversation.subject}</Heading>
          <WorrySent query={query} actor={actor} />
          <Earlier at={at} page={page} />
          <Talk
            conversation={conversation}
            page={page}
            actor={actor}
            live={routes.familyLive.to(to)}
            fetches
          />
          <SeenBy conversation={conversation} page={page} me={actor.personId} />
          <div data-part="after">
            {end && <Ended end={end} place={actor.place} />}
            {!end && closed && <ClosedToFamily conversation={conversation} me={actor.personId} />}
          </div>
          {closed && <WhoElse facts={facts} kind={actor.kind} />}
          {page.later ? (
            <Later at={at} page={page} />
          ) : (
            <>
              {!closed && <OutsideHours facts={facts} kind={actor.kind} now={now} />}
              <WriteForm
                action={routes.familyWrite.to(to)}
                label={closed ? `For those who answer for it at ${actor.place}` : 'Your answer'}
                hint={
                  closed ? 'It is kept and read by them, and by nobody else in this conversation.' : undefined
                }
              />
            </>
          )}
          <h2 class="govuk-heading-s">Who can read this</h2>
          <WhoIsHere conversation={conversation} />
          <Paragraph>Managers at {actor.place} can read it too, to keep everybody safe.</Paragraph>
        </div>
      ),
    }
  },
})

/** On to what was said; to help first, where somebody may be in danger, or what they wrote could not go. */
export const goOn = ({ conversation, danger }: Answered): string =>
  conversation
    ? (danger ? routes.familyHelp : routes.familyConversation).to({ conversation })
    : (danger ? routes.familyKeptHelp : routes.familyKept).to()

/** A family's message is never stopped. */
export const familyWriteScreen = screen({
  address: routes.familyWrite,
  fields: messageFields,
  load: (reader, { conversation }) => conversationToWrite(reader, conversation),
  show: ({ thing: { conversation }, form, refusal }) => ({
    title: refusal ? 'Your message was not sent' : 'Write an answer',
    plain: true,
    scripts: ['send.js'],
    back: {
      href: routes.familyConversation.to({ conversation: conversation.id }),
      text: conversation.subject,
    },
    body: (
      <>
        <Heading>{refusal ? 'Your message was not sent' : 'Write an answer'}</Heading>
        <WriteForm
          action={routes.familyWrite.to({ conversation: conversation.id })}
          typed={form.typed}
          error={form.errors.body ?? form.errors.key}
          label="Your answer"
        />
      </>
    ),
  }),
  submit: answer,
  togetherBy: ({ conversation }) => conversation,
  done: answered => `${goOn(answered)}${answered.danger || !answered.conversation ? '' : '#body'}`,
  refused: whyNot,
})
