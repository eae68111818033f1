import { inFull } from '../kit/clock.ts'
import { lineOf, staff } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Inset, Link, Paragraph, Tag } from '../ui/index.ts'
import { supervised } from './access.ts'
import { type ListedConversation, selectConversationsOf } from './list-queries.ts'
import { routes } from './routes.ts'
import { mayOpen, maySupervise } from './rules.ts'
import { sliceOf, Turn } from './turn.tsx'

export const conversationsScreen = screen({
  address: routes.conversations,
  load: async ({ db, actor }, { query }) => {
    const slice = sliceOf(query)
    const found = await selectConversationsOf(db, actor.agencyId, [actor.personId], actor.personId, slice)
    return { ...found, slice }
  },
  show: ({ thing: { list, more, slice }, actor }) => ({
    title: 'Conversations',
    body: (
      <>
        <Heading>Conversations</Heading>
        {mayOpen.some(role => actor.roles.includes(role)) && (
          <ButtonLink href={routes.open.to()}>Message a child or family</ButtonLink>
        )}
        {list.length === 0 && (
          <Paragraph>
            You are in no conversation yet. The children you work with are behind the button.
          </Paragraph>
        )}
        <Listed list={list} />
        <Turn slice={slice} more={more} />
        {maySupervise.some(role => actor.roles.includes(role)) && (
          <Paragraph>
            <Link href={routes.team.to()}>The team’s conversations</Link>
          </Paragraph>
        )}
      </>
    ),
  }),
})

/** The conversations of the people one answers for. The list says who and what about; opening one is an entry. */
export const teamScreen = screen({
  address: routes.team,
  load: async (reader, { query }) => {
    const slice = sliceOf(query)
    const whose = await supervised(reader)
    const people =
      whose === 'all'
        ? (await staff(reader)).map(member => member.id)
        : await lineOf(reader, reader.actor.personId)
    const { db, actor } = reader
    const found = await selectConversationsOf(db, actor.agencyId, people, actor.personId, slice)
    return { ...found, slice }
  },
  show: ({ thing: { list, more, slice } }) => ({
    title: 'The team’s conversations',
    back: { href: routes.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>The team’s conversations</Heading>
        <Inset>Each time you open one that you are not in, the record says that you read it.</Inset>
        {list.length === 0 && <Paragraph>The people who answer to you are in no conversation yet.</Paragraph>}
        <Listed list={list} />
        <Turn slice={slice} more={more} />
      </>
    ),
  }),
})

const Listed = ({ list }: { list: readonly ListedConversation[] }) =>
  list.length === 0 ? null : (
    <ul class="ly-list">
      {list.map(({ id, subject, with_names, last_at, unseen }) => (
        <li key={id}>
          <Link href={routes.conversation.to({ conversation: id })}>{subject}</Link>{' '}
          {unseen > 0 && <Tag colour="green">{unseen} new</Tag>}
          <span class="ly-list__aside">
            With {with_names}. {last_at ? `Last message ${inFull(new Date(last_at))}` : 'Nothing said yet'}
          </span>
        </li>
      ))}
    </ul>
  )
