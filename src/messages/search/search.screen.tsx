import { inFull } from '../../kit/clock.ts'
import { tidy } from '../../kit/forms/index.ts'
import { idAgo, idFrom, madeAt } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Find, Heading, Inset, Link, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { maySupervise, parts } from '../rules.ts'
import type { MessageId } from '../tables.ts'
import { type Found, findMessages } from './find-messages.ts'

const longest = 100

/** Looks for words in what was said. What it shows of a conversation that the reader is not in is read by that, on the record. */
export const searchScreen = screen({
  address: routes.search,
  loadOnRecord: async (writer, { query }) => {
    const words = tidy(query.get('find') ?? '').slice(0, longest)
    const before = idFrom<'message'>(query.get('before'))
    const page = words ? await findMessages(writer, words, before) : undefined
    return { words, page, isFirst: before === undefined }
  },
  show: ({ thing: { words, page, isFirst }, actor }) => ({
    title: words ? `“${words}” in what was said` : 'Search what was said',
    back: { href: routes.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>Search what was said</Heading>
        {maySupervise.some(role => actor.roles.includes(role)) && (
          <Inset>
            You are shown words of conversations that you are not in. For each, the record says that you read
            it.
          </Inset>
        )}
        <Find label="Words that were used" value={words} />
        {page && page.found.length > 0 && (
          <ul class="ly-list">
            {page.found.map(one => (
              <Row key={one.id} {...one} />
            ))}
          </ul>
        )}
        {page && page.found.length === 0 && <Nothing words={words} isFirst={isFirst} to={page.before} />}
        {page?.before && page.isPart && page.found.length > 0 && (
          <Paragraph>
            It was looked through as far back as {inFull(madeAt(page.before))}; there may be more.
          </Paragraph>
        )}
        {page?.before && (
          <Paragraph>
            <Link href={`?${new URLSearchParams({ find: words, before: page.before })}`}>
              Look further back
            </Link>
          </Paragraph>
        )}
      </>
    ),
  }),
})

const Nothing = (about: {
  readonly words: string
  readonly isFirst: boolean
  /** How far back was looked, where not all was. */
  readonly to: MessageId | undefined
}) => {
  const { words, isFirst, to } = about
  if (to)
    return (
      <Paragraph>
        As far back as {inFull(madeAt(to))}, nobody has said “{words}” in a conversation that you may read.
        Further back has not been looked through yet.
      </Paragraph>
    )
  return (
    <Paragraph>
      {isFirst ? 'Nobody has said' : 'Nobody has said before that'} “{words}” in a conversation that you may
      read. Try one word, or the beginning of what was meant. Very short words, like “the”, are not looked
      for.
    </Paragraph>
  )
}

const longestExcerpt = 240

/** It leads to the message where it stands, with what was said after it. */
const Row = ({ id, conversation, subject, author, part, at, text }: Found) => (
  <li>
    <Link href={`${routes.conversation.to({ conversation })}?after=${idAgo(id, 1)}#m-${id}`}>
      {subject}
      <span class="govuk-visually-hidden">: the message sent at {inFull(at)}</span>
    </Link>
    <span class="ly-list__aside">
      {author}
      {part && ` (${parts[part].toLowerCase()})`}, {inFull(at)}
    </span>
    <span class="ly-list__aside ly-lines">
      {text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text}
    </span>
  </li>
)
