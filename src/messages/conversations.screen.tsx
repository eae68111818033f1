import { inFull } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Find, Heading, Link, Pagination, Paragraph, Tag } from '../ui/index.ts'
import { type ListPage, listed } from './list-page.ts'
import { type ListedConversation, mostCounted } from './list-queries.ts'
import { routes } from './routes.ts'
import { mayOpen, maySupervise } from './rules.ts'

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
export function Listed(
  about: ListPage & {
    readonly query: URLSearchParams
    readonly none: string
    /** What else the list is narrowed by, kept while one looks for a name. */
    readonly kept?: Readonly<Record<string, string | undefined>>
  },
) {
  const { list, find, newer, older, lookedTo, query, none, kept } = about
  if (list.length === 0 && !find && !newer && !older) return <Paragraph>{none}</Paragraph>
  return (
    <>
      {(list.length > 10 || find || newer || older) && (
        <Find label="Find by a name, or what it is about" value={find} {...(kept ? { kept } : {})} />
      )}
      {list.length === 0 && find && !older && (
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
      {lookedTo && (
        <Paragraph>
          {list.length === 0 ? 'Nothing is like that' : 'Nothing more is like that'} as far back as{' '}
          {inFull(lookedTo)}. Further back has not been looked through yet.
        </Paragraph>
      )}
      <Turning newer={newer} older={older} further={lookedTo !== undefined} query={query} />
    </>
  )
}

/** The way to newer conversations, and to older ones. Nothing at all where there are neither. */
export function Turning(
  about: Pick<ListPage, 'newer' | 'older'> & {
    readonly query: URLSearchParams
    /** What is older has not been looked through yet. */
    readonly further?: boolean
  },
) {
  const { newer, older, query, further } = about
  if (!newer && !older) return null
  const href = (name: 'before' | 'after', place: string) => {
    const next = new URLSearchParams(query)
    next.delete('before')
    next.delete('after')
    next.set(name, place)
    return `?${next}`
  }
  return (
    <Pagination
      label="Newer and older conversations"
      previous={newer && { href: href('after', newer), text: 'Newer conversations' }}
      next={
        older && { href: href('before', older), text: further ? 'Look further back' : 'Older conversations' }
      }
    />
  )
}

/** How many messages are new, said in a few letters. */
export const NewMessages = ({ unseen }: Pick<ListedConversation, 'unseen'>) =>
  unseen > 0 ? <Tag colour="green">{unseen < mostCounted ? unseen : `${mostCounted} or more`} new</Tag> : null

const Row = ({ id, subject, with_names, last_at, unseen }: ListedConversation) => (
  <li>
    <Link href={`${routes.conversation.to({ conversation: id })}${unseen > 0 ? '#new' : '#newest'}`}>
      {subject}
    </Link>{' '}
    <NewMessages unseen={unseen} />
    <span class="ly-list__aside">
      With {with_names}. {last_at ? `Last message ${inFull(new Date(last_at))}` : 'Nothing said yet'}
    </span>
  </li>
)
