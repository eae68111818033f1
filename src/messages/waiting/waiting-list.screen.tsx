import { dutiesOf } from '../../duties/index.ts'
import { inFull } from '../../kit/clock.ts'
import { organisationFacts } from '../../people/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { waitingForMe } from './access.ts'
import { stateOf, whenItGoes } from './parts.tsx'

/** What waits for a manager: messages to let go or send back, and messages that were marked for them. */
export const waitingListScreen = screen({
  address: routes.waitingList,
  load: async reader => {
    const [list, { hours }] = await Promise.all([waitingForMe(reader), organisationFacts(reader)])
    const owed = await dutiesOf(reader, reader.actor.personId)
    const marked = owed.filter(({ kind }) => kind === 'danger' || kind === 'look-at-message')
    return { list, marked, hours }
  },
  show: ({ thing: { list, marked, hours } }) => ({
    title: 'What waits for you',
    back: { href: routes.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>What waits for you</Heading>
        <Inset>Each time you open one, the record says that you read it.</Inset>
        <Subheading>Marked for you to look at</Subheading>
        {marked.length === 0 && <Paragraph>Nothing is marked for you now.</Paragraph>}
        {marked.length > 0 && (
          <ul class="ly-list">
            {marked.map(({ id, title, href, dueAt, late }) => (
              <li key={id}>
                <Link href={href}>{title}</Link> {late && <Tag colour="red">Overdue</Tag>}
                <span class="ly-list__aside">By {inFull(dueAt)}</span>
              </li>
            ))}
          </ul>
        )}
        <Subheading>Messages that wait</Subheading>
        {list.length === 0 && <Paragraph>No message of the people who answer to you waits now.</Paragraph>}
        {list.length > 0 && (
          <ul class="ly-list">
            {list.map(waits => (
              <li key={waits.id}>
                <Link href={routes.waiting.to({ waiting: waits.id })}>
                  {waits.author}, in “{waits.subject}”
                </Link>{' '}
                <Tag colour={stateOf(waits).colour}>{stateOf(waits).words}</Tag>
                <span class="ly-list__aside">
                  Written at {inFull(waits.written_at)}. {whenItGoes(waits, hours, 'manager')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }),
})
