import { type FormState, maybeText, text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Link, Paragraph, Textarea } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { backToDraft } from '../writing/shown.tsx'
import { endAsking } from './answer.ts'

const refused = {
  'stands-elsewhere': () =>
    'It stands elsewhere by now: somebody approved it, took it back or dropped it meanwhile. So nothing was changed. Go back to the draft to see where it stands.',
} as const

const why = { words: maybeText({ max: 1000, called: 'Why' }) }

const Why = ({ form }: { readonly form: FormState<typeof why> }) => (
  <Textarea
    name="words"
    label="Why (optional)"
    rows={3}
    value={form.typed.words}
    error={form.errors.words}
    attributes={{ dir: 'auto' }}
  />
)

/** Sends a draft back to whoever wrote it, with what to change. */
export const sendBackScreen = screen({
  address: routes.sendBack,
  fields: { words: text({ max: 1000, called: 'What to change', required: 'Say what is to be changed' }) },
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft, form }) => ({
    title: `Send back: ${draft.shelf.policy.title}`,
    back: { href: routes.approve.to({ policy: draft.shelf.policy.id }), text: 'Approve it' },
    body: (
      <>
        <Heading>Send back: {draft.shelf.policy.title}</Heading>
        <form method="post" noValidate>
          <Textarea
            name="words"
            label="What is to be changed"
            hint="Whoever wrote it reads this above the draft."
            rows={5}
            value={form.typed.words}
            error={form.errors.words}
            attributes={{ dir: 'auto' }}
          />
          <Button once>Send it back</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, draft, { words }) => endAsking(writer, draft, 'sent-back', words),
  done: (_, draft) => backToDraft(draft).href,
  told: () => 'It is sent back.',
  refused,
})

/** Takes a draft back from whoever was asked, or from the day it was waiting for. */
export const withdrawScreen = screen({
  address: routes.withdraw,
  fields: why,
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft, form }) => ({
    title: `Take back: ${draft.shelf.policy.title}`,
    back: backToDraft(draft),
    body: (
      <>
        <Heading>Take back: {draft.shelf.policy.title}</Heading>
        <Paragraph>
          {draft.state === 'approved'
            ? 'It will not come into force on its day. It can be changed again, and needs a new approval.'
            : 'It can be changed again, and nobody is asked to approve it until you ask anew.'}
        </Paragraph>
        <form method="post" noValidate>
          <Why form={form} />
          <Button once>Take it back</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, draft, { words }) => endAsking(writer, draft, 'withdrawn', words ?? ''),
  done: (_, draft) => backToDraft(draft).href,
  told: () => 'It is taken back, and can be changed.',
  refused,
})

/** Drops a draft: it becomes no version, and what was written stays on the record. */
export const dropScreen = screen({
  address: routes.drop,
  fields: why,
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft, form }) => ({
    title: `Drop the draft: ${draft.shelf.policy.title}`,
    back: backToDraft(draft),
    body: (
      <>
        <Heading>Drop the draft: {draft.shelf.policy.title}</Heading>
        <Paragraph>
          {draft.shelf.newest
            ? `Version ${draft.shelf.newest.number} stays in force.`
            : 'Nothing is in force yet.'}{' '}
          What was written stays on the record, but nobody can go on with it. A new draft begins from what is
          in force.
        </Paragraph>
        <form method="post" noValidate>
          <Why form={form} />
          <Button kind="warning" once>
            Drop the draft
          </Button>
        </form>
        <Paragraph>
          <Link href={backToDraft(draft).href}>Keep it</Link>
        </Paragraph>
      </>
    ),
  }),
  submit: (writer, draft, { words }) => endAsking(writer, draft, 'dropped', words ?? ''),
  done: (_, draft) => backToDraft(draft).href,
  told: () => 'The draft is dropped.',
  refused,
})
