import { hidden, maybeText, text } from '../kit/forms/index.ts'
import { rulesInForce } from '../own-rules/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Paragraph } from '../ui/index.ts'
import { conversationToWrite } from './access.ts'
import { beginningIn } from './beginnings.ts'
import { routes } from './routes.ts'
import { longestMessage } from './rules.ts'
import { draftKey } from './send-message.ts'
import { textedIn, WriteForm } from './talk.tsx'
import { longestWord } from './waiting/rules.ts'
import { keptTold, whyNot } from './words.tsx'
import { type WithOurRules, writeMessage } from './write-message.ts'

export const messageFields = {
  body: text({ max: longestMessage, called: 'Your message', required: 'Write your message' }),
  key: hidden(draftKey),
}
const withReason = {
  ...messageFields,
  reason: maybeText({ max: longestWord, called: 'Your reason' }),
}

/** The conversation, and the rules of this day. Both questions go down the same pipe. */
async function toWrite(reader: Reader<PersonActor>, id: string): Promise<WithOurRules | undefined> {
  const [found, ours] = await Promise.all([conversationToWrite(reader, id), rulesInForce(reader)])
  return found && { found, ours }
}

/** Sends a worker's message; shown again with what was typed when it cannot go yet. */
export const writeScreen = screen({
  address: routes.write,
  fields: withReason,
  load: (reader, { conversation }) => toWrite(reader, conversation),
  show: ({
    thing: {
      found: { conversation },
    },
    form,
    refusal,
    refusedFor,
    query,
  }) => ({
    title: refusal ? 'Your message was not sent' : 'Write a message',
    back: { href: routes.conversation.to({ conversation: conversation.id }), text: conversation.subject },
    scripts: ['send.js'],
    body: (
      <>
        <Heading>{refusal ? 'Your message was not sent' : 'Write a message'}</Heading>
        {refusal && (
          <Inset>
            Nothing is lost: your words are below.{' '}
            {refusedFor === 'asked-about'
              ? 'Change them and send again; or say why they are to go as they are.'
              : 'Change them and send again.'}
          </Inset>
        )}
        {!refusal && <Paragraph>In: {conversation.subject}</Paragraph>}
        <WriteForm
          action={routes.write.to({ conversation: conversation.id })}
          byText={textedIn(conversation)}
          typed={{ body: beginningIn(query), ...form.typed }}
          error={form.errors.body ?? form.errors.key}
          reason={
            refusedFor === 'asked-about' || form.typed.reason || form.errors.reason
              ? { typed: form.typed.reason, error: form.errors.reason }
              : undefined
          }
        />
      </>
    ),
  }),
  submit: writeMessage,
  togetherBy: ({ conversation }) => conversation,
  done: (_, { found }) => `${routes.conversation.to({ conversation: found.conversation.id })}#body`,
  told: done => (done === 'kept' ? keptTold : ''),
  refused: whyNot,
})
