import { inDays, inFull } from '../../kit/clock.ts'
import { text } from '../../kit/forms/index.ts'
import { EraseLink, mayBeErasedBy } from '../../retention/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Heading,
  Inset,
  Link,
  Paging,
  Paragraph,
  Subheading,
  SummaryList,
  stretchOf,
  Tag,
  Textarea,
  Thread,
} from '../../ui/index.ts'
import type { ConversationRow, MessageRow } from '../queries.ts'
import { routes } from '../routes.ts'
import { itemOf } from '../talk.tsx'
import { worriesOf, worryToAnswer, worryToRead } from './access.ts'
import { answerWorry } from './answer-worry.ts'
import { inPlace } from './in-place.ts'
import { countWorries, selectWorries, selectWorryAnswers, type WorryRow } from './queries.ts'
import { mayReadWorries } from './who-reads.ts'

/** So many messages are shown on each side of the one that somebody is worried about. */
const around = 10

/** The message in its place: on the record, before a word is shown. */
export const worryScreen = screen({
  address: routes.worry,
  loadOnRecord: async (writer, { worry: id }) => {
    const found = await worryToRead(writer, id)
    if (!found) return undefined
    const { worry, conversation } = found
    const at = { conversation: conversation.id, message: worry.message_id }
    const [messages, answers] = await Promise.all([
      inPlace(writer, at, around),
      selectWorryAnswers(writer.db, writer.actor.agencyId, worry.id),
    ])
    const erases = await mayBeErasedBy(writer, { event: 'worry.raised', id: worry.id })
    return { worry, conversation, answers, messages, erases }
  },
  show: ({ thing: { worry, conversation, messages, answers, erases }, actor }) => ({
    title: 'Somebody is worried about a message',
    ...(mayReadWorries.some(role => actor.roles.includes(role))
      ? { back: { href: routes.worries.to(), text: 'Worries' } }
      : {}),
    body: (
      <div class="ly-talk">
        <Heading>Somebody is worried about a message</Heading>
        <Inset>
          That you read this, and the messages below, is on the record. {worry.author_name}, who wrote it, is
          told nothing: keep it so until you have decided what is to be done.
        </Inset>
        <SummaryList
          rows={[
            { key: 'Raised by', value: `${worry.raised_by_name}, ${inFull(worry.raised_at)}` },
            {
              key: 'In their words',
              value: worry.words ? <span class="ly-lines">{worry.words}</span> : 'They left this empty',
            },
            { key: 'The conversation', value: worry.subject },
          ]}
        />
        <Thread
          items={messages.map(one => withMark(conversation, actor, worry, one))}
          empty="Nothing was said."
        />
        {answers.length > 0 && <Subheading>What was done</Subheading>}
        {answers.map(({ id, words, answered_by_name, answered_at }) => (
          <Inset key={id}>
            <p class="ly-lines">{words}</p>
            <p class="ly-list__aside">
              {answered_by_name}, {inDays(answered_at)}
            </p>
          </Inset>
        ))}
        <AnswerForm id={worry.id} />
        <EraseLink kind="worry" id={worry.id} may={erases} />
      </div>
    ),
  }),
})

/** A message as the thread shows it; the one that it is about says so in words. */
function withMark(
  conversation: ConversationRow,
  actor: Parameters<typeof itemOf>[1],
  worry: WorryRow,
  message: MessageRow,
) {
  const item = itemOf(conversation, actor, message)
  const role = message.id === worry.message_id ? `${item.role}: this is the message` : item.role
  return { ...item, role, actions: item.actions?.filter(({ href }) => !href.endsWith('/worried')) ?? [] }
}

const AnswerForm = (props: {
  readonly id: WorryRow['id']
  readonly typed?: string | undefined
  readonly error?: string | undefined
}) => (
  <form method="post" action={routes.worryAnswer.to({ worry: props.id })} noValidate>
    <Textarea
      name="words"
      label="What you have done about it"
      hint="For example: spoke with her mother; asked the LADO; nothing is wrong, and why. It stays on the record."
      rows={4}
      value={props.typed}
      error={props.error}
    />
    <Button once>Keep it on the record</Button>
  </form>
)

export const worryAnswerScreen = screen({
  address: routes.worryAnswer,
  fields: {
    words: text({ max: 2000, called: 'What you have done', required: 'Say what you have done about it' }),
  },
  load: (reader, { worry }) => worryToAnswer(reader, worry),
  show: ({ thing: worry, form }) => ({
    title: 'What was done about a worry',
    back: { href: routes.worry.to({ worry: worry.id }), text: 'The worry' },
    body: (
      <>
        <Heading>What was done about a worry</Heading>
        <AnswerForm id={worry.id} typed={form.typed.words} error={form.errors.words} />
      </>
    ),
  }),
  submit: (writer, worry, { words }) => answerWorry(writer, worry, words),
  done: worry => routes.worry.to({ worry }),
  refused: {},
})

/** Every worry that a designated person may read. Opening one is an entry. */
export const worriesScreen = screen({
  address: routes.worries,
  load: async (reader, { query }) => {
    const by = await worriesOf(reader)
    if (!by?.all) return undefined
    const { db, actor } = reader
    const stretch = stretchOf(query, 'page', await countWorries(db, actor.agencyId, by))
    return { stretch, rows: await selectWorries(db, actor.agencyId, by, stretch) }
  },
  show: ({ thing: { stretch, rows }, query }) => ({
    title: 'Worries about messages',
    body: (
      <>
        <Heading>Worries about messages</Heading>
        <Paragraph>
          What staff, children and families were worried about in a message. Each time you open one, the
          record says that you read it.
        </Paragraph>
        {rows.length === 0 && <Paragraph>Nobody has raised one.</Paragraph>}
        {rows.length > 0 && (
          <ul class="ly-list">
            {rows.map(({ id, raised_by_name, raised_at, subject, answers }) => (
              <li key={id}>
                <Link href={routes.worry.to({ worry: id })}>Raised by {raised_by_name}</Link>{' '}
                {answers > 0 ? <Tag colour="green">Dealt with</Tag> : <Tag colour="red">To be read</Tag>}
                <span class="ly-list__aside">
                  {inFull(raised_at)}, in {subject}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Paging stretch={stretch} query={query} name="page" label="Pages of worries" />
      </>
    ),
  }),
})
