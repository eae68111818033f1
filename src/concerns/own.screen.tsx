import { inFull } from '../kit/clock.ts'
import { isHere } from '../people/index.ts'
import { inVault } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Tag } from '../ui/index.ts'
import { type ReportedByMe, selectReportedBy } from './queries.ts'
import { routes } from './routes.ts'

/** What a member of the staff told in their own name, and how it stands. Its words, and what was answered, need the code. */
export const ownScreen = screen({
  address: routes.own,
  load: async reader => {
    if (!(await isHere(reader))) return undefined
    const { personId } = reader.actor
    return inVault(reader, ({ db, actor }) => selectReportedBy(db, actor.agencyId, personId))
  },
  show: ({ thing: rows }) => ({
    title: 'What I told',
    back: { href: routes.tell.to(), text: 'I am worried about somebody' },
    body: (
      <>
        <Heading>What I told</Heading>
        <Inset>
          What you told in your own name, and whether somebody has looked at it. What you wrote is not shown
          here, so that nobody reads it over your shoulder: come back with the code that you were given to
          read it, and what was answered.
        </Inset>
        {rows.length === 0 && <Paragraph>You have told of nothing in your own name.</Paragraph>}
        <ul class="ly-list">
          {rows.map(row => (
            <One key={row.id} row={row} />
          ))}
        </ul>
        <Paragraph>
          <Link href={routes.told.to()}>Come back with your code</Link>. If nobody looks at it, or nobody
          acts, say so: <Link href={routes.tell.to()}>tell once more</Link>, or tell the LADO yourself. If a
          child is in danger now, call 999.
        </Paragraph>
      </>
    ),
  }),
})

const One = ({ row }: { readonly row: ReportedByMe }) => (
  <li>
    {row.came_by === 'paper' ? 'A form that you copied from paper' : 'A concern'}, told{' '}
    {inFull(row.reported_at)} {!row.opened_at && <Tag colour="red">Not looked at yet</Tag>}
    {row.answered_at && <Tag colour="green">Answered</Tag>}
    <span class="ly-list__aside">
      {row.answered_at
        ? `Answered ${inFull(row.answered_at)}. Come back with your code to read it`
        : row.opened_at
          ? `Looked at ${inFull(row.opened_at)}. No answer yet`
          : 'Whoever is to look has been told of it'}
    </span>
  </li>
)
