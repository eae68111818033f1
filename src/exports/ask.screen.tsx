import { text } from '../kit/forms/index.ts'
import { routes as messages } from '../messages/index.ts'
import { routes as people } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, List, Paragraph, Textarea } from '../ui/index.ts'
import { conversationToExport, personToExport, type ToExport } from './access.ts'
import { askExport } from './ask-export.ts'
import { routes } from './routes.ts'
import { calledOf, type Kind, longestReason } from './rules.ts'

const fields = {
  reason: text({ max: longestReason, called: 'Why', required: 'Say why it is needed' }),
}

const proved = 'the entries of the record behind each of them, and a proof that no message is missing'
const body: Readonly<Record<Kind, readonly string[]>> = {
  conversation: [
    'who was in it and when, every message with how it was sent and delivered, what was held, asked about or looked at, and who has read it',
    proved,
  ],
  child: [
    'every conversation that they are or were in, telephone calls, agreements, notices to them, and who works with them',
    proved,
  ],
  parent: [
    'every conversation that they are or were in, telephone calls with them, what they agreed to, and notices to them',
    proved,
  ],
}

const refused = {
  'in-it': () =>
    'You cannot ask for this: you are or were in a conversation or a call of it. Ask another designated person or deputy; of a conversation, a manager who is not in it can ask too.',
}

const Ask = ({
  of,
  typed,
  error,
}: {
  readonly of: ToExport
  readonly typed: string | undefined
  readonly error: string | undefined
}) => (
  <>
    <span class="govuk-caption-l">Export</span>
    <Heading>{of.kind === 'conversation' ? `${calledOf(of)}, to take away` : calledOf(of)}</Heading>
    {of.isIn ? (
      <Inset>{refused['in-it']()}</Inset>
    ) : (
      <>
        <Paragraph>You get two files, one to read (PDF) and one to check (JSON), with:</Paragraph>
        <List items={[...body[of.kind]]} />
        <Paragraph>
          First you see everybody else who is named in it, and decide whose name leaves with it. Nothing can
          be fetched before that.
        </Paragraph>
        <form method="post" noValidate>
          <Textarea
            name="reason"
            label="Why is it needed?"
            hint="For example: asked for by a court; a request for what we hold; an enquiry of the board. It stands on the cover, and on the record with your name."
            rows={3}
            value={typed}
            error={error}
          />
          <Button once>Look who is named in it</Button>
        </form>
      </>
    )}
  </>
)

/** Asks for an export of one conversation. */
export const askConversationScreen = screen({
  address: routes.askConversation,
  fields,
  load: (reader, { conversation }) => conversationToExport(reader, conversation),
  show: ({ thing: of, form }) => ({
    title: 'Export a conversation',
    back: { href: messages.conversation.to({ conversation: of.id }), text: of.name },
    body: <Ask of={of} typed={form.typed.reason} error={form.errors.reason} />,
  }),
  submit: (writer, of, { reason }) => askExport(writer, of, reason),
  done: id => routes.export.to({ export: id }),
  refused,
})

/** Asks for everything about one child, or about one parent or carer. */
export const askPersonScreen = screen({
  address: routes.askPerson,
  fields,
  load: (reader, { person }) => personToExport(reader, person),
  show: ({ thing: of, form }) => ({
    title: `Export everything about a ${of.kind === 'child' ? 'child' : 'parent or carer'}`,
    back: { href: people.person.to({ person: of.id }), text: of.name },
    body: <Ask of={of} typed={form.typed.reason} error={form.errors.reason} />,
  }),
  submit: (writer, of, { reason }) => askExport(writer, of, reason),
  done: id => routes.export.to({ export: id }),
  refused,
})
