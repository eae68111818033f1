import { whenInWords } from '../../guidance/index.ts'
import { hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Link, Paragraph, Prose, Textarea } from '../../ui/index.ts'
import { policyToReview } from '../access.ts'
import { routes } from '../routes.ts'
import { ownerRefused, ReviewDayInput, reviewDayField } from './fields.tsx'
import { reviewPolicy } from './review-policy.ts'

/** The owner, or whoever may publish, says that a policy was reviewed and nothing in it needs to change. */
export const reviewScreen = screen({
  address: routes.review,
  fields: {
    version: hidden(typed => idFrom<'policy-version'>(typed)),
    remark: text({ max: 1000, called: 'What you looked at', required: 'Say what you looked at' }),
    review: reviewDayField,
  },
  load: (reader, { policy }) => policyToReview(reader, policy),
  show: ({ thing: { policy, newest, owner }, form }) => {
    return {
      title: `Review: ${policy.title}`,
      back: { href: routes.policy.to({ policy: policy.id }), text: policy.title },
      body: (
        <>
          <Heading>Review: {policy.title}</Heading>
          <Paragraph>
            It is to be reviewed by {whenInWords(owner.review_on)}. Read it as it stands, version{' '}
            {newest.number}, below.
          </Paragraph>
          <Paragraph>
            If something in it needs to change,{' '}
            <Link href={routes.draft.to({ policy: policy.id })}>write a new version</Link>. Once it is
            published, that is the review too.
          </Paragraph>
          <form method="post" noValidate>
            <Hidden name="version" value={newest.id} />
            <Textarea
              name="remark"
              label="Nothing needs to change: what you looked at"
              hint="Whom you asked, what has happened since, which law or guidance you held it against."
              rows={4}
              value={form.typed.remark}
              error={form.errors.remark ?? form.errors.version}
            />
            <ReviewDayInput value={form.typed.review} error={form.errors.review} />
            <Button once>Record the review</Button>
          </form>
          <Prose text={newest.text} />
        </>
      ),
    }
  },
  submit: (writer, found, { version, remark, review }) =>
    reviewPolicy(writer, found, { ofVersion: version, remark, review_on: review }),
  done: (_, { policy }) => routes.policy.to({ policy: policy.id }),
  refused: {
    'too-far-off': ownerRefused['too-far-off'],
    'not-ahead': () => 'The next review must be after today, so nothing was recorded. Choose a later day.',
    changed: () =>
      'A newer version was published while you were reading, so nothing was recorded. It is below: read it before you say that nothing needs to change.',
  },
})
