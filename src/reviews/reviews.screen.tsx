import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Tag } from '../ui/index.ts'
import { type ReviewRow, selectReviewsBy } from './queries.ts'
import { routes } from './routes.ts'
import { mayOversee } from './rules.ts'
import { foundWords, weekWords } from './words.tsx'

/** What somebody has to review, and what they have reviewed. */
export const reviewsScreen = screen({
  address: routes.reviews,
  load: async ({ db, actor }) => ({ list: await selectReviewsBy(db, actor.agencyId, actor.personId) }),
  show: ({ thing: { list }, actor }) => ({
    title: 'Reviews',
    body: (
      <>
        <Heading>Reviews</Heading>
        <Paragraph>
          Each week a few conversations are drawn by lot, at least one of each worker. You look at yours and
          sign what you found. Most of what is found is good practice.
        </Paragraph>
        {mayOversee.some(role => actor.roles.includes(role)) && (
          <Paragraph>
            <Link href={routes.draws.to()}>All draws, how they are made, and how large a share is drawn</Link>
          </Paragraph>
        )}
        {list.length === 0 && <Inset>Nothing has been drawn for you yet. The next draw is on Monday.</Inset>}
        {list.length > 0 && (
          <ul class="ly-list">
            {list.map(one => (
              <Row key={one.id} {...one} />
            ))}
          </ul>
        )}
      </>
    ),
  }),
})

const Row = (one: ReviewRow) => (
  <li>
    <Link href={routes.review.to({ review: one.id })}>A conversation of {one.worker}</Link>{' '}
    {!one.finding && <Tag colour="yellow">To do</Tag>}
    <span class="ly-list__aside">
      Drawn from {weekWords(one.week)}. {one.finding ? `${foundWords(one)}.` : ''}
    </span>
  </li>
)
