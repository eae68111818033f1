import { inFull } from '../kit/clock.ts'
import { choice, maybeText } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { routes as messages } from '../messages/index.ts'
import { erasedWords } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Paragraph, Radios, SummaryList, Textarea } from '../ui/index.ts'
import { type ReviewHere, reviewToSee, reviewToSign, reviewToTakeUp } from './access.ts'
import { routes } from './routes.ts'
import { findingKinds, findings, longestWords } from './rules.ts'
import { signReview, takeUpReview } from './sign-review.ts'
import { foundWords, weekWords, wordsOf } from './words.tsx'

const About = ({ review, readAt }: ReviewHere) => (
  <>
    <SummaryList
      rows={[
        { key: 'Whose', value: `A conversation of ${review.worker}` },
        { key: 'Drawn from', value: weekWords(review.week) },
        { key: 'Reviewer', value: review.reviewer ?? 'Nobody yet' },
        review.finding && { key: 'Found', value: foundWords(review) },
        review.words !== null && {
          key: 'In words',
          value: <span class="ly-lines">{wordsOf(review.words)}</span>,
        },
        review.taken_up_at && { key: 'Taken up', value: `At ${inFull(review.taken_up_at)}` },
      ]}
    />
    <ButtonLink kind="secondary" href={messages.conversation.to({ conversation: review.conversation_id })}>
      {readAt ? 'Read the conversation again' : 'Read the conversation'}
    </ButtonLink>
    <Paragraph>That you read it, and when, is on the record, and {review.worker} can see it.</Paragraph>
  </>
)

/** One review: what was drawn, the way to read it, and where what was found is signed. */
export const reviewScreen = screen({
  address: routes.review,
  fields: {
    finding: choice(findingKinds, 'Choose what you found'),
    words: maybeText({ max: longestWords, called: 'What you saw' }),
  },
  load: async (reader, { review }) => {
    const here = await reviewToSee(reader, review)
    if (!here) return undefined
    const erases = await mayBeErasedBy(reader, { event: 'review.opened', id: here.review.id })
    return { here, toSign: await reviewToSign(reader, review), erases }
  },
  show: ({ thing: { here, toSign, erases }, form }) => ({
    title: 'Review a conversation',
    back: { href: routes.reviews.to(), text: 'Reviews' },
    body: (
      <>
        <Heading>Review a conversation</Heading>
        <About {...here} />
        {toSign && (
          <form method="post" noValidate>
            <Radios
              name="finding"
              label="What did you find?"
              options={findingKinds.map(value => ({
                value,
                text: findings[value].name,
                hint: findings[value].hint,
              }))}
              value={form.typed.finding}
              error={form.errors.finding}
            />
            <Textarea
              name="words"
              label="What you saw"
              hint="What was said and why it matters, not what you think of the person. It stays as you sign it."
              value={form.typed.words}
              error={form.errors.words}
            />
            <Button once>Sign</Button>
          </form>
        )}
        {here.takesUp && (
          <form method="post" action={routes.takeUp.to({ review: here.review.id })}>
            <Button once>Take this up</Button>
          </form>
        )}
        <EraseLink
          kind={here.review.finding === 'concern' ? 'review-concern' : 'review'}
          id={here.review.id}
          may={erases}
          gone={here.review.words === null || here.review.words === erasedWords}
        />
      </>
    ),
  }),
  submit: async (writer, { toSign }, found) =>
    toSign ? signReview(writer, toSign, found) : refuse('signed'),
  done: () => routes.reviews.to(),
  told: () => 'Signed. It stays as you signed it.',
  refused: {
    signed: () => 'This is signed, and stays as it was signed. Raise a new concern if you see more.',
    'not-read': () =>
      'You cannot sign this yet: you have not opened the conversation since it was drawn. Read it, then come back here.',
    'no-words': () => 'You cannot sign this yet: say what you saw, as somebody has to act on it.',
  },
})

/** Where the button of the page above leads: nothing is typed. */
export const takeUpScreen = screen({
  address: routes.takeUp,
  fields: {},
  load: (reader, { review }) => reviewToTakeUp(reader, review),
  show: ({ thing: here }) => ({
    title: 'Take up a concern',
    back: { href: routes.review.to({ review: here.review.id }), text: 'The review' },
    body: (
      <>
        <Heading>Take up a concern</Heading>
        <About {...here} />
        <Inset>
          From then on it is yours to look into, and nobody else is reminded of it. That you have it, and
          since when, is on the record.
        </Inset>
        <form method="post">
          <Button once>Take this up</Button>
        </form>
      </>
    ),
  }),
  submit: takeUpReview,
  done: id => routes.review.to({ review: id }),
  told: () => 'It is yours now. The others are no longer reminded of it.',
  refused: {},
})
