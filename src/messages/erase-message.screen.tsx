import { inFull } from '../kit/clock.ts'
import { EraseForm, eraseFields, heldWords } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Paragraph, Warning } from '../ui/index.ts'
import { conversationToRead, messageToErase } from './access.ts'
import { eraseMessage } from './erase-message.ts'
import { selectMasked } from './marks/details-queries.ts'
import { maskWords } from './marks/mask.ts'
import { routes } from './routes.ts'

/** Where the law requires the words of a message to go. */
export const eraseMessageScreen = screen({
  address: routes.erase,
  fields: eraseFields,
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
        <EraseForm form={form} button="Erase the words" />
      </>
    ),
  }),
  submit: (writer, { message }, { reason }) => eraseMessage(writer, message, reason),
  done: (_, { conversation }) => routes.conversation.to({ conversation: conversation.id }),
  refused: { held: ({ facts }) => heldWords(facts) },
})
