import { randomUUID } from 'node:crypto'
import { routes as agreements } from '../agreements/index.ts'
import { inFull } from '../kit/clock.ts'
import { text } from '../kit/forms/index.ts'
import { organisationFacts, routes as people, workersOf } from '../people/index.ts'
import { keptForFamilies } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Hidden,
  Inset,
  Link,
  Paging,
  Paragraph,
  Radios,
  stretchOf,
  Tag,
  Textarea,
} from '../ui/index.ts'
import { conversationToWrite } from './access.ts'
import { type Answered, answer } from './answer.ts'
import { ClosedToFamily, WhoElse } from './closed.screen.tsx'
import { Ended, isOpen, selectEnd } from './ended.tsx'
import { type FamilyNotices, Notices } from './family-notices.tsx'
import { countConversationsOf, selectConversationsOf } from './list-queries.ts'
import { markSeen } from './queries.ts'
import { routes } from './routes.ts'
import { longestMessage } from './rules.ts'
import { Talk, WhoIsHere, WriteForm } from './talk.tsx'
import { Earlier, Later, threadPage } from './thread-page.tsx'
import { OutsideHours } from './turn-to.tsx'
import { whyNot } from './words.tsx'
import { messageFields } from './write.screen.tsx'
import { writeFirst } from './write-first.ts'

/** A family's page: what was written to them, and nothing else. */
export const familyScreen = (noticesFor: FamilyNotices) =>
  screen({
    address: routes.family,
    load: async (reader, { query }) => {
      const { db, actor } = reader
      const whose = { agencyId: actor.agencyId, people: [actor.personId], viewer: actor.personId }
      const stretch = stretchOf(query, 'page', await countConversationsOf(db, whose))
      const list = await selectConversationsOf(db, whose, stretch)
      const [notices, keeping] = [await noticesFor(reader), await keptForFamilies(reader)]
      return { list, stretch, notices, keeping }
    },
    show: ({ thing: { list, stretch, notices, keeping }, actor, query }) => ({
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
                  {unseen > 0 && <Tag colour="green">{unseen} new</Tag>}
                  <span class="ly-list__aside">
                    With {with_names}. {last_at ? inFull(new Date(last_at)) : ''}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Paging stretch={stretch} query={query} name="page" label="Pages of messages" />
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
    await markSeen(db, {
      agencyId: actor.agencyId,
      id: found.conversation.id,
      personId: actor.personId,
      at: now,
    })
    const { conversation } = found
    const end = conversation.ended_at ? await selectEnd(writer, conversation.id) : undefined
    const closed = end !== undefined || !isOpen(conversation)
    return { ...found, page, end, closed, facts: await organisationFacts(writer) }
  },
  show: ({ thing: { conversation, page, end, closed, facts }, actor, now }) => {
    const to = { conversation: conversation.id }
    const at = routes.familyConversation.to(to)
    return {
      title: conversation.subject,
      plain: true,
      back: { href: routes.family.to(), text: 'Your messages' },
      scripts: ['live.js'],
      body: (
        <div class="ly-talk">
          <Heading>{conversation.subject}</Heading>
          <Earlier at={at} page={page} />
          <Talk conversation={conversation} page={page} actor={actor} live={routes.familyLive.to(to)} />
          {end && <Ended end={end} place={actor.place} />}
          {!end && closed && <ClosedToFamily conversation={conversation} me={actor.personId} />}
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
  done: answered => `${goOn(answered)}${answered.danger || !answered.conversation ? '' : '#body'}`,
  refused: whyNot,
})

/** A child, a parent or a carer writes first: a conversation is made around it, and where a child writes, a second adult is in it before a word is stored. */
export const familyNewScreen = screen({
  address: routes.familyNew,
  fields: {
    to: text({ max: 36, called: 'Who', required: 'Choose who to write to' }),
    ...messageFields,
  },
  load: async reader => {
    const [workers, facts] = await Promise.all([
      workersOf(reader, reader.actor.personId),
      organisationFacts(reader),
    ])
    return { workers, facts }
  },
  show: ({ thing: { workers, facts }, form, actor, now }) => ({
    title: `Write to somebody at ${actor.place}`,
    plain: true,
    back: { href: routes.family.to(), text: 'Your messages' },
    body: (
      <>
        <Heading>Write to somebody at {actor.place}</Heading>
        {actor.kind === 'child' && (
          <Inset>
            Another adult at {actor.place} will see it too, so that nobody is ever alone in a conversation
            with you. If you are in danger now, call 999. You can call Childline free at any time: 0800 1111.
          </Inset>
        )}
        <OutsideHours facts={facts} kind={actor.kind} now={now} />
        {workers.length === 0 && (
          <Paragraph>Nobody works with you at the moment. Call the organisation instead.</Paragraph>
        )}
        {workers.length > 0 && (
          <form method="post" noValidate>
            <Hidden name="key" value={form.typed.key ?? randomUUID()} />
            <Radios
              name="to"
              label="Who to write to"
              options={workers.map(({ id, name, purpose }) => ({ value: id, text: name, hint: purpose }))}
              value={form.typed.to}
              error={form.errors.to}
            />
            <Textarea
              name="body"
              label="Your message"
              hint={`Up to ${longestMessage.toLocaleString('en-GB')} characters`}
              value={form.typed.body}
              error={form.errors.body}
            />
            <Button once>Send</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: (writer, { workers }, { to, body, key }) =>
    writeFirst(writer, workers.find(worker => worker.id === to)?.id, { body, key }),
  done: goOn,
  refused: {
    nobody: () =>
      'They no longer work with you, so nothing was sent. Your words are below. Choose somebody else.',
  },
})
