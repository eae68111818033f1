import { days, inDays, later } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import {
  ButtonLink,
  counted,
  Heading,
  Inset,
  List,
  Paging,
  Paragraph,
  Subheading,
  stretchOf,
  Table,
} from '../ui/index.ts'
import { approachesToHear, leaveToTell } from './access.ts'
import {
  type ApproachRow,
  countApproaches,
  type RepeatedBy,
  type RepeatedTo,
  selectApproaches,
  selectRepeatedBy,
  selectRepeatedTo,
} from './queries.ts'
import { routes } from './routes.ts'
import { mayHear, pattern } from './rules.ts'
import { Answered, howWords, ToApproach, whereWords } from './words.tsx'

/** One's own: what one told, and the way to tell. */
export const approachesScreen = screen({
  address: routes.approaches,
  load: async (reader, { query }) => {
    if (!(await leaveToTell(reader))) return undefined
    const { db, actor } = reader
    const whose = { people: [actor.personId] }
    const stretch = stretchOf(query, 'page', await countApproaches(db, actor.agencyId, whose))
    return { stretch, rows: await selectApproaches(db, actor.agencyId, whose, stretch) }
  },
  show: ({ thing: { stretch, rows }, actor, query }) => ({
    title: 'Approaches',
    body: (
      <>
        <Heading>Approaches</Heading>
        <Paragraph>
          A child, a young person or a parent tried to add, follow or message you on an account of your own,
          or to play with you there? Tell of it here. It takes two minutes, nobody is blamed, and you get kind
          words to answer with.
        </Paragraph>
        <div class="ly-acts">
          <ButtonLink href={routes.tell.to()}>Tell of an approach</ButtonLink>
          {mayHear.some(role => actor.roles.includes(role)) && (
            <ButtonLink kind="secondary" href={routes.team.to()}>
              What the team has told
            </ButtonLink>
          )}
        </div>
        <Subheading>What you have told</Subheading>
        {rows.length === 0 && <Paragraph>Nothing yet.</Paragraph>}
        {rows.length > 0 && (
          <ul class="ly-list">
            {rows.map(row => (
              <li key={row.id}>
                <ToApproach approach={row} /> <Answered answers={row.answers} />
                <span class="ly-list__aside">
                  {howWords(row)}. {whereWords(row)}. {inDays(row.told_at)}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Paging stretch={stretch} query={query} name="page" label="Pages of approaches" />
      </>
    ),
  }),
})

/** What those one answers for have told, with what comes again and again. Opening one is an entry. */
export const teamScreen = screen({
  address: routes.team,
  load: async (reader, { query }) => {
    const found = await approachesToHear(reader)
    if (!found) return undefined
    const { db, actor, now } = reader
    const about = { agencyId: actor.agencyId, whose: found.whose, since: later(now, -days(pattern.days)) }
    const stretch = stretchOf(query, 'page', await countApproaches(db, actor.agencyId, found.whose))
    const [rows, by, to] = await Promise.all([
      selectApproaches(db, actor.agencyId, found.whose, stretch),
      selectRepeatedBy(db, about, pattern),
      selectRepeatedTo(db, about, pattern),
    ])
    return { stretch, rows, by, to }
  },
  show: ({ thing: { stretch, rows, by, to }, query }) => ({
    title: 'What the team has told',
    back: { href: routes.approaches.to(), text: 'Approaches' },
    body: (
      <div class="ly-wide">
        <Heading>What the team has told</Heading>
        <Paragraph>
          To be approached is nobody’s fault. Each time you open one, the record says that you read it.
        </Paragraph>
        <Repeated by={by} to={to} />
        {rows.length === 0 ? (
          <Paragraph>Nobody who answers to you has told of an approach yet.</Paragraph>
        ) : (
          <Told rows={rows} caption={counted(stretch, 'approach', 'approaches')} />
        )}
        <Paging stretch={stretch} query={query} name="page" label="Pages of approaches" />
      </div>
    ),
  }),
})

const Told = ({ rows, caption }: { readonly rows: readonly ApproachRow[]; readonly caption: string }) => (
  <Table
    caption={caption}
    columns={[
      { head: 'Who' },
      { head: 'Told by' },
      { head: 'What they did' },
      { head: 'Where' },
      { head: 'Told' },
      { head: 'Standing' },
    ]}
    rows={rows.map(row => [
      <ToApproach key="who" approach={row} />,
      row.told_by_name,
      howWords(row),
      whereWords(row),
      inDays(row.told_at),
      <Answered key="standing" answers={row.answers} />,
    ])}
  />
)

/** What comes again and again in a year, in words. Nothing at all where nothing does. */
function Repeated({ by, to }: { readonly by: readonly RepeatedBy[]; readonly to: readonly RepeatedTo[] }) {
  if (by.length === 0 && to.length === 0) return null
  return (
    <Inset>
      <h2 class="govuk-heading-s">Again and again, in the last year</h2>
      <List
        items={[
          ...by.map(
            ({ who, times, workers }) =>
              `${who}: ${times} approaches, to ${workers === 1 ? 'one of the staff' : `${workers} of the staff`}. Ask the designated person what they may need.`,
          ),
          ...to.map(({ name, times }) => `${name} was approached ${times} times. Ask what would help.`),
        ]}
      />
    </Inset>
  )
}
