import { type Duty, dutiesOf, routes } from '../duties/index.ts'
import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import {
  counted,
  Heading,
  Link,
  Paging,
  Paragraph,
  Subheading,
  stretchOf,
  Table,
  Tag,
  within,
} from '../ui/index.ts'
import { type Overdue, overdueUnder } from './overdue.ts'

/** What I owe; and for those whom others answer to, what is overdue among them. */
export const dutiesScreen = screen({
  address: routes.duties,
  load: async reader => ({
    owed: await dutiesOf(reader, reader.actor.personId),
    overdue: await overdueUnder(reader),
  }),
  show: ({ thing: { owed, overdue }, query }) => ({
    title: 'My duties',
    body: (
      <>
        <Heading>My duties</Heading>
        {owed.length === 0 ? (
          <Paragraph>
            There is nothing for you to do now. When there is, it stands here, and we email you.
          </Paragraph>
        ) : (
          <Owed owed={owed} />
        )}
        {overdue.length > 0 && <OverdueUnder overdue={overdue} query={query} />}
      </>
    ),
  }),
})

const Owed = ({ owed }: { owed: readonly Duty[] }) => (
  <ul class="ly-list">
    {owed.map(({ id, title, href, dueAt, late }) => (
      <li key={id}>
        <Link href={href}>{title}</Link> {late && <Tag colour="red">Late</Tag>}
        <span class="ly-list__aside">Due {inDays(dueAt)}</span>
      </li>
    ))}
  </ul>
)

function OverdueUnder({ overdue, query }: { overdue: readonly Overdue[]; query: URLSearchParams }) {
  const stretch = stretchOf(query, 'page', overdue.length)
  return (
    <>
      <Subheading>Overdue among those you answer for</Subheading>
      <Paragraph>They have been reminded. Speak to them: find out what is in the way.</Paragraph>
      <Table
        caption={`${counted(stretch, 'duty', 'duties')} overdue`}
        columns={[{ head: 'Who' }, { head: 'What' }, { head: 'Was due' }]}
        rows={within(overdue, stretch).map(({ who, title, dueAt }) => [who, title, inDays(dueAt)])}
      />
      <Paging stretch={stretch} query={query} name="page" label="Pages of what is overdue" />
    </>
  )
}
