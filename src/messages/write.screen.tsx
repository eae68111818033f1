import { hidden, text } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Paragraph } from '../ui/index.ts'
import { conversationToWrite } from './access.ts'
import { routes } from './routes.ts'
import { longestMessage } from './rules.ts'
import { draftKey, sendMessage } from './send-message.ts'
import { WriteForm } from './talk.tsx'
import { whyNot } from './words.tsx'

export const messageFields = {
  body: text({ max: longestMessage, called: 'Your message', required: 'Write your message' }),
  key: hidden(draftKey),
}

/** Sends a worker's message; shown again with what was typed when it cannot go yet. */
export const writeScreen = screen({
  address: routes.write,
  fields: messageFields,
  load: (reader, { conversation }) => conversationToWrite(reader, conversation),
  show: ({ thing: { conversation }, form, refusal }) => ({
    title: refusal ? 'Your message was not sent' : 'Write a message',
    back: { href: routes.conversation.to({ conversation: conversation.id }), text: conversation.subject },
    body: (
      <>
        <Heading>{refusal ? 'Your message was not sent' : 'Write a message'}</Heading>
        {refusal && <Inset>Nothing is lost: your words are below. Change them and send again.</Inset>}
        {!refusal && <Paragraph>In: {conversation.subject}</Paragraph>}
        <WriteForm
          action={routes.write.to({ conversation: conversation.id })}
          typed={form.typed}
          error={form.errors.body ?? form.errors.key}
        />
      </>
    ),
  }),
  submit: sendMessage,
  done: (_, { conversation }) => `${routes.conversation.to({ conversation: conversation.id })}#body`,
  refused: whyNot,
})
