import { whenInWords } from '../../guidance/index.ts'
import { screen } from '../../screens/index.ts'
import { ButtonLink, counted, Heading, Link, Paging, Paragraph, stretchOf, Table } from '../../ui/index.ts'
import { approachesToHear, leaveToTell } from '../access.ts'
import { mayHear } from '../rules.ts'
import { countLinks, type LinkRow, selectLinks } from './queries.ts'
import { linkRoutes } from './routes.ts'
import { relations } from './rules.ts'
import { decidedWords, LinkStanding } from './words.tsx'

/** One's own: what one has declared, and the way to declare. */
export const linksScreen = screen({
  address: linkRoutes.links,
  load: async (reader, { query }) => {
    if (!(await leaveToTell(reader))) return undefined
    const { db, actor } = reader
    const whose = { people: [actor.personId] }
    const stretch = stretchOf(query, 'page', await countLinks(db, actor.agencyId, whose))
    return { stretch, rows: await selectLinks(db, actor.agencyId, whose, stretch) }
  },
  show: ({ thing: { stretch, rows }, actor, now, query }) => ({
    title: 'Personal links',
    body: (
      <>
        <Heading>Personal links</Heading>
        <Paragraph>
          A child or parent you work with is a friend of your family, a relative or a neighbour, goes to the
          same club as your own child, or is connected to you online? Declare it here, and it is agreed what
          that means. It protects you as much as them.
        </Paragraph>
        <div class="ly-acts">
          <ButtonLink href={linkRoutes.declare.to()}>Declare a personal link</ButtonLink>
          {mayHear.some(role => actor.roles.includes(role)) && (
            <ButtonLink kind="secondary" href={linkRoutes.team.to()}>
              The team’s personal links
            </ButtonLink>
          )}
        </div>
        {rows.length === 0 && <Paragraph>You have declared none.</Paragraph>}
        {rows.length > 0 && (
          <ul class="ly-list">
            {rows.map(link => (
              <li key={link.id}>
                <Link href={linkRoutes.link.to({ declared: link.id })}>{link.who}</Link>{' '}
                <LinkStanding link={link} now={now} />
                <span class="ly-list__aside">
                  {relations[link.relation]}. {decidedWords(link)}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Paging stretch={stretch} query={query} name="page" label="Pages of personal links" />
      </>
    ),
  }),
})

/** What those one answers for have declared. Opening one is an entry. */
export const teamLinksScreen = screen({
  address: linkRoutes.team,
  load: async (reader, { query }) => {
    const found = await approachesToHear(reader)
    if (!found) return undefined
    const { db, actor } = reader
    const stretch = stretchOf(query, 'page', await countLinks(db, actor.agencyId, found.whose))
    return { stretch, rows: await selectLinks(db, actor.agencyId, found.whose, stretch) }
  },
  show: ({ thing: { stretch, rows }, now, query }) => ({
    title: 'The team’s personal links',
    back: { href: linkRoutes.links.to(), text: 'Personal links' },
    body: (
      <div class="ly-wide">
        <Heading>The team’s personal links</Heading>
        <Paragraph>Each time you open one, the record says that you read it.</Paragraph>
        {rows.length === 0 ? (
          <Paragraph>Nobody who answers to you has declared one yet.</Paragraph>
        ) : (
          <Declared rows={rows} now={now} caption={counted(stretch, 'personal link', 'personal links')} />
        )}
        <Paging stretch={stretch} query={query} name="page" label="Pages of personal links" />
      </div>
    ),
  }),
})

const Declared = (props: {
  readonly rows: readonly LinkRow[]
  readonly now: Date
  readonly caption: string
}) => (
  <Table
    caption={props.caption}
    columns={[
      { head: 'Who' },
      { head: 'Declared by' },
      { head: 'How they know each other' },
      { head: 'Standing' },
      { head: 'Looked at again by' },
    ]}
    rows={props.rows.map(link => [
      <Link key="who" href={linkRoutes.link.to({ declared: link.id })}>
        {link.who}
      </Link>,
      link.declared_by_name,
      relations[link.relation],
      <LinkStanding key="standing" link={link} now={props.now} />,
      link.review_on ? whenInWords(link.review_on) : '',
    ])}
  />
)
