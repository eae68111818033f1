import { inFull } from '../kit/clock.ts'
import { tidy } from '../kit/forms/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import {
  ButtonLink,
  Find,
  Heading,
  Link,
  Paging,
  Paragraph,
  type Stretch,
  stretchOf,
  Tag,
} from '../ui/index.ts'
import {
  countConversationsOf,
  type ListedConversation,
  type ListOf,
  selectConversationsOf,
} from './list-queries.ts'
import { routes } from './routes.ts'
import { mayOpen, maySupervise } from './rules.ts'

/** One page of a list of conversations, and what was looked for in it. */
export async function listed(
  { db, actor }: Reader<PersonActor>,
  people: readonly PersonId[],
  query: URLSearchParams,
  narrowed: Pick<ListOf, 'kind' | 'since'> = {},
) {
  const find = tidy(query.get('find') ?? '').slice(0, 100)
  const which = { agencyId: actor.agencyId, people, viewer: actor.personId, find, ...narrowed }
  const stretch = stretchOf(query, 'page', await countConversationsOf(db, which))
  return { list: await selectConversationsOf(db, which, stretch), find, stretch }
}

export const conversationsScreen = screen({
  address: routes.conversations,
  load: (reader, { query }) => listed(reader, [reader.actor.personId], query),
  show: ({ thing, actor, query }) => ({
    title: 'Conversations',
    body: (
      <>
        <Heading>Conversations</Heading>
        <div class="ly-acts">
          {mayOpen.some(role => actor.roles.includes(role)) && (
            <ButtonLink href={routes.open.to()}>Message a child or family</ButtonLink>
          )}
          {maySupervise.some(role => actor.roles.includes(role)) && (
            <ButtonLink kind="secondary" href={routes.team.to()}>
              The team’s conversations
            </ButtonLink>
          )}
          {maySupervise.some(role => actor.roles.includes(role)) && (
            <ButtonLink kind="secondary" href={routes.waitingList.to()}>
              What waits for you
            </ButtonLink>
          )}
          <ButtonLink kind="secondary" href={routes.search.to()}>
            Search what was said
          </ButtonLink>
        </div>
        <Listed {...thing} query={query} none="You are in no conversation yet." />
      </>
    ),
  }),
})

/** A list of conversations, with a way to look for one and to turn its pages. */
export function Listed(about: {
  readonly list: readonly ListedConversation[]
  readonly find: string
  readonly stretch: Stretch
  readonly query: URLSearchParams
  readonly none: string
  /** What else the list is narrowed by, kept while one looks for a name. */
  readonly kept?: Readonly<Record<string, string | undefined>>
}) {
  const { list, find, stretch, query, none, kept } = about
  if (stretch.total === 0 && !find) return <Paragraph>{none}</Paragraph>
  return (
    <>
      {(stretch.total > 10 || find) && (
        <Find label="Find by a name, or what it is about" value={find} {...(kept ? { kept } : {})} />
      )}
      {list.length === 0 && (
        <Paragraph>
          No conversation here has “{find}” in it. Names and subjects are looked through.{' '}
          <Link href={`${routes.search.to()}?${new URLSearchParams({ find })}`}>
            Look for it in what was said
          </Link>
          , or <Link href="?">show all</Link>
        </Paragraph>
      )}
      {list.length > 0 && (
        <ul class="ly-list">
          {list.map(one => (
            <Row key={one.id} {...one} />
          ))}
        </ul>
      )}
      <Paging stretch={stretch} query={query} name="page" label="Pages of conversations" />
    </>
  )
}

const Row = ({ id, subject, with_names, last_at, unseen }: ListedConversation) => (
  <li>
    <Link href={`${routes.conversation.to({ conversation: id })}${unseen > 0 ? '#new' : '#newest'}`}>
      {subject}
    </Link>{' '}
    {unseen > 0 && <Tag colour="green">{unseen} new</Tag>}
    <span class="ly-list__aside">
      With {with_names}. {last_at ? `Last message ${inFull(new Date(last_at))}` : 'Nothing said yet'}
    </span>
  </li>
)
