import { inFull } from '../../kit/clock.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { filesHere } from './access.ts'
import { arrivals } from './routes.ts'

/** Files about children that came from other organisations, to those who read concerns. */
export const filesScreen = screen({
  address: arrivals.files,
  load: async reader => ({ list: await filesHere(reader) }),
  show: ({ thing: { list } }) => ({
    title: 'Files from other organisations',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>Files from other organisations</Heading>
        <Paragraph>
          What was told elsewhere about a child who comes to you too, and was sent to you.
        </Paragraph>
        {list.length === 0 && <Inset>None came to you.</Inset>}
        <ul class="ly-list">
          {list.map(({ id, from_name, answer, arrived_at }) => (
            <li key={id}>
              <Link href={arrivals.file.to({ arrived: id })}>From {from_name}</Link>{' '}
              {!answer ? (
                <Tag colour="yellow">To be answered</Tag>
              ) : (
                <Tag colour={answer === 'accepted' ? 'green' : 'grey'}>
                  {answer === 'accepted' ? 'Accepted' : 'Refused'}
                </Tag>
              )}
              <span class="ly-list__aside">It came at {inFull(arrived_at)}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  }),
})
