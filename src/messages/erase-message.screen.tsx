import { inFull } from '../kit/clock.ts'
import { text, tick } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Paragraph, Textarea, Tick, Warning } from '../ui/index.ts'
import { conversationToRead, messageToErase } from './access.ts'
import { eraseMessage } from './erase-message.ts'
import { selectMasked } from './marks/details-queries.ts'
import { maskWords } from './marks/mask.ts'
import { routes } from './routes.ts'

/** Where the law requires the words of a message to go. */
export const eraseMessageScreen = screen({
  address: routes.erase,
  fields: {
    reason: text({ max: 500, called: 'Why it must go', required: 'Say why it must go' }),
    checked: tick('Tick the box once you have checked that no child’s safety needs these words'),
  },
  loadOnRecord: async (writer, { conversation: id, message: messageId }) => {
    const message = await messageToErase(writer, messageId)
    if (!message || message.conversation_id !== id || message.body === null) return undefined
    // Seeing it here is a reading like any other.
    const read = await conversationToRead(writer, id)
    const masked = await selectMasked(writer.db, writer.actor.agencyId, message.id)
    return read && { message, conversation: read.conversation, words: maskWords(message.body, masked) }
  },
  show: ({ thing: { message, conversation, words }, form }) => ({
    title: 'Erase the words of this message',
    back: { href: routes.conversation.to({ conversation: conversation.id }), text: conversation.subject },
    body: (
      <>
        <Heading>Erase the words of this message</Heading>
        <Paragraph>Sent at {inFull(message.sent_at)}:</Paragraph>
        <Inset>
          <span class="ly-lines">{words}</span>
        </Inset>
        <Paragraph>
          Who sent it, when, and that you erased it and why stay on the record for good. The words cannot come
          back.
        </Paragraph>
        <Warning>
          If it may be evidence that a child was harmed, do not erase it. Speak to the police or your
          safeguarding partners first.
        </Warning>
        <form method="post" noValidate>
          <Textarea
            name="reason"
            label="Why it must go"
            hint="For example: sent about another family by mistake; a request under Article 17. Do not repeat the words."
            rows={3}
            value={form.typed.reason}
            error={form.errors.reason}
          />
          <Tick
            name="checked"
            label="Before you erase"
            text="I have checked that no child’s safety needs these words"
            error={form.errors.checked}
          />
          <Button kind="warning" once>
            Erase the words
          </Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { message }, { reason }) => eraseMessage(writer, message, reason),
  done: (_, { conversation }) => routes.conversation.to({ conversation: conversation.id }),
  refused: {},
})
