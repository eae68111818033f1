import { maybeText, maybeTick, text } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Input, Paragraph, Textarea, Tick } from '../ui/index.ts'
import { policyToPublish } from './access.ts'
import { publishVersion } from './publish-version.ts'
import { routes } from './routes.ts'

export const publishScreen = screen({
  address: routes.publish,
  fields: {
    text: text({ max: 200_000, called: 'The policy', required: 'Enter the text of the policy' }),
    note: maybeText({ max: 1000, called: 'What changed' }),
    again: maybeTick(),
  },
  load: (reader, { policy }) => policyToPublish(reader, policy),
  show: ({ thing: { policy, newest }, form }) => ({
    title: `Publish a new version: ${policy.title}`,
    back: newest
      ? { href: routes.policy.to({ policy: policy.id }), text: policy.title }
      : { href: routes.policies.to(), text: 'Policies' },
    body: (
      <>
        <Heading>Publish a new version: {policy.title}</Heading>
        <Paragraph>
          From the moment you publish, this is the text that is signed. Earlier versions and their signatures
          stay.
        </Paragraph>
        <form method="post" noValidate>
          <Textarea
            name="text"
            label="The whole text"
            hint="Leave an empty line between paragraphs. Begin a heading with # and a point in a list with -."
            rows={18}
            value={form.typed.text ?? newest?.text}
            error={form.errors.text}
          />
          <Input
            name="note"
            label="What changed, in a sentence"
            hint="People see this first."
            value={form.typed.note}
            error={form.errors.note}
          />
          {newest && (
            <Tick
              name="again"
              label="Who signs"
              hint="Tick this when the change matters. Nothing else opens for anybody until they have signed."
              text="Everybody must read and sign again"
              value={form.typed.again}
            />
          )}
          <Button once>Publish version {(newest?.number ?? 0) + 1}</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, policy, { text: words, note, again }) =>
    publishVersion(writer, policy, { text: words, changeNote: note ?? '', signAgain: again }),
  done: (_, { policy }) => routes.policy.to({ policy: policy.id }),
  told: (_, { newest }, { again }) =>
    `Version ${(newest?.number ?? 0) + 1} is published.${again || !newest ? ' Everybody is asked to read and sign it.' : ''}`,
  refused: {
    'nothing-changed': () =>
      'This is word for word the version in force, so there is nothing to publish. Change the text, or go back.',
  },
})
