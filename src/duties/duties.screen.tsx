import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, Paragraph, Tag } from '../ui/index.ts'
import { dutiesOf } from './index.ts'
import { routes } from './routes.ts'

export const dutiesScreen = screen({
  address: routes.duties,
  load: async reader => ({ owed: await dutiesOf(reader, reader.actor.personId) }),
  show: ({ thing: { owed } }) => ({
    title: 'My duties',
    body: (
      <>
        <Heading>My duties</Heading>
        {owed.length === 0 && <Paragraph>Nothing is owed by you now.</Paragraph>}
        {owed.length > 0 && (
          <ul class="ly-list">
            {owed.map(({ id, title, href, dueAt, late }) => (
              <li key={id}>
                <Link href={href}>{title}</Link> {late && <Tag colour="red">Late</Tag>}
                <span class="ly-list__aside">Due {inDays(dueAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }),
})
