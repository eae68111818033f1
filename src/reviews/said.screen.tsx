import { closeDuties, owes } from '../duties/index.ts'
import { routes as messages } from '../messages/index.ts'
import { record } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, SummaryList } from '../ui/index.ts'
import { reviewToHear } from './access.ts'
import { selectSaidOf } from './queries.ts'
import { routes } from './routes.ts'
import { foundWords, weekWords, wordsOf } from './words.tsx'

/** What was said of one's own conversations. */
export const saidScreen = screen({
  address: routes.said,
  load: async ({ db, actor }) => ({ list: await selectSaidOf(db, actor.agencyId, actor.personId) }),
  show: ({ thing: { list } }) => ({
    title: 'What was said of my conversations',
    back: { href: messages.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>What was said of my conversations</Heading>
        <Paragraph>
          Each week a few conversations are drawn by lot and looked at, at least one of each worker. Nobody
          chooses which.
        </Paragraph>
        {list.length === 0 && <Inset>Nothing has been said of yours yet.</Inset>}
        {list.length > 0 && (
          <ul class="ly-list">
            {list.map(one => (
              <li key={one.id}>
                <Link href={routes.hear.to({ review: one.id })}>{foundWords(one)}</Link>
                <span class="ly-list__aside">
                  By {one.reviewer}. Drawn from {weekWords(one.week)}.
                </span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }),
})

/** One of them. Opening it is what the duty to read it asks for. */
export const hearScreen = screen({
  address: routes.hear,
  loadOnRecord: async (writer, { review: id }) => {
    const review = await reviewToHear(writer, id)
    if (!review) return undefined
    const which = { kind: 'hear-review', person: writer.actor.personId, aboutId: review.id } as const
    if (await owes(writer, which)) {
      const heard = await record(writer, {
        event: 'review.heard',
        about: [{ kind: 'review', id: review.id }],
        cites: [],
        content: { review: review.id, at: writer.now.toISOString() },
      })
      await closeDuties(writer, which, heard.entryId)
    }
    return review
  },
  show: ({ thing: review }) => ({
    title: 'What was said',
    back: { href: routes.said.to(), text: 'What was said of my conversations' },
    body: (
      <>
        <Heading>What was said</Heading>
        <SummaryList
          rows={[
            { key: 'Found', value: foundWords(review) },
            { key: 'By', value: review.reviewer ?? '' },
            { key: 'Drawn from', value: weekWords(review.week) },
            review.words !== null && {
              key: 'In words',
              value: <span class="ly-lines">{wordsOf(review.words)}</span>,
            },
          ]}
        />
        <Paragraph>
          <Link href={messages.conversation.to({ conversation: review.conversation_id })}>
            The conversation
          </Link>
        </Paragraph>
        {review.finding === 'word-needed' && (
          <Paragraph>Speak with {review.reviewer} about it. You may see it otherwise: say so.</Paragraph>
        )}
      </>
    ),
  }),
})
