import { inFull } from '../kit/clock.ts'
import { idFrom } from '../kit/ids.ts'
import { hasRole, routes as people } from '../people/index.ts'
import { inVault } from '../records/index.ts'
import { abouts, whats } from '../routing/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Tag } from '../ui/index.ts'
import { mayReadLowLevel, work } from './casework/routes.ts'
import { taking } from './exports/routes.ts'
import { arrivals } from './files/routes.ts'
import { handover } from './handover/routes.ts'
import { keeping } from './keeping/routes.ts'
import { type Listed, selectListed } from './queries.ts'
import { routes } from './routes.ts'

const most = 50

/** What the acting person reads: the newest first, page by page. Of the others there is nothing, not even a number. */
export const concernsScreen = screen({
  address: routes.concerns,
  load: async (reader, { query }) => {
    const [at, id] = [new Date(query.get('at') ?? ''), idFrom<'concern'>(query.get('id'))]
    const before = id && !Number.isNaN(at.getTime()) ? { before: { at, id } } : {}
    const rows = await inVault(reader, ({ db, actor }) =>
      selectListed(db, actor.agencyId, { person: reader.actor.personId, ...before, most: most + 1 }),
    )
    const low = await hasRole(reader, ...mayReadLowLevel)
    return { rows: rows.slice(0, most), more: rows.length > most, low }
  },
  show: ({ thing: { rows, more, low } }) => ({
    title: 'Concerns',
    body: (
      <>
        <Heading>Concerns</Heading>
        <Inset>
          Only those that you read. Each time you open one, the record says so, and the others who read it see
          it and why.
        </Inset>
        {rows.length === 0 && (
          <Paragraph>There is none. When somebody tells of one that you are to read, we email you.</Paragraph>
        )}
        <ul class="ly-list">
          {rows.map(row => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
        {more && (
          <Paragraph>
            <Link href={older(rows.at(-1))}>Older ones</Link>
          </Paragraph>
        )}
        <Also low={low} />
      </>
    ),
  }),
})

/** What else there is about concerns: each on a page of its own. */
const Also = ({ low }: { readonly low: boolean }) => (
  <nav aria-label="What else there is about concerns">
    <ul class="ly-door__list">
      <li>
        <Link href={work.search.to()}>Search them</Link>
      </li>
      {low && (
        <li>
          <Link href={work.lowLevel.to()}>Low-level concerns about adults</Link>
        </li>
      )}
      <li>
        <Link href={work.within.to()}>When nobody who reads one can be reached</Link>
      </li>
      <li>
        <Link href={people.outside.to()}>Whom we tell outside, and how soon</Link>
      </li>
      <li>
        <Link href={taking.exports.to()}>Exports of what is told of a child</Link>
      </li>
      <li>
        <Link href={arrivals.files.to()}>Files from other organisations</Link>
      </li>
      <li>
        <Link href={keeping.due.to()}>Kept long enough?</Link>
      </li>
      <li>
        <Link href={handover.handOver.to()}>Hand over what you read</Link>
      </li>
    </ul>
  </nav>
)

const older = (row: Listed | undefined): string =>
  `${routes.concerns.to()}?${new URLSearchParams({ at: row?.at.toISOString() ?? '', id: row?.id ?? '' })}`

const Row = ({ row }: { readonly row: Listed }) => (
  <li>
    <Link href={routes.concern.to({ concern: row.id })}>
      {row.what.map(one => whats[one]).join('; ')} ({inFull(row.at)})
    </Link>{' '}
    {row.closed ? <Tag colour="grey">Closed</Tag> : !row.opened && <Tag colour="red">Not looked at yet</Tag>}
    <span class="ly-list__aside">{row.about.map(one => abouts[one]).join('; ')}</span>
  </li>
)
