import { inFull } from '../../kit/clock.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Tag } from '../../ui/index.ts'
import { arrivals } from '../files/routes.ts'
import { routes } from '../routes.ts'
import { exportsOfMine } from './access.ts'
import { taking } from './routes.ts'
import { purposes } from './rules.ts'

const most = 100

/** The exports of what is told of children that the acting person asked for. */
export const exportsScreen = screen({
  address: taking.exports,
  load: async (reader, { query }) => {
    const all = await exportsOfMine(reader, query.has('whole') ? null : most + 1)
    const list = query.has('whole') ? all : all.slice(0, most)
    return { list, more: list.length < all.length }
  },
  show: ({ thing: { list, more }, now }) => ({
    title: 'Exports of what is told',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>Exports of what is told</Heading>
        <Paragraph>
          Those that you asked for. Ask for one on the page with all that is told of one child.{' '}
          <Link href={arrivals.files.to()}>Files from other organisations</Link>.
        </Paragraph>
        {list.length === 0 && <Inset>You have asked for none yet.</Inset>}
        <ul class="ly-list">
          {list.map(({ row, child }) => (
            <li key={row.id}>
              <Link href={taking.export.to({ taking: row.id })}>{child}</Link>{' '}
              {!row.made_at ? (
                <Tag colour="yellow">Names to decide</Tag>
              ) : row.expires_at && row.there && row.expires_at > now ? (
                <Tag colour="green">Ready</Tag>
              ) : (
                <Tag colour="grey">Deleted here</Tag>
              )}
              <span class="ly-list__aside">
                {purposes[row.for_whom]}. Asked {inFull(row.asked_at)}.
              </span>
            </li>
          ))}
        </ul>
        {more && (
          <Paragraph>
            These are the newest {most}. <Link href="?whole">Show all of them</Link>
          </Paragraph>
        )}
      </>
    ),
  }),
})
