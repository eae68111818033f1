import { inFull } from '../kit/clock.ts'
import { choice } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Paragraph, Radios } from '../ui/index.ts'
import { deliveryToSee, wholeToRead } from './access.ts'
import { wordsOf } from './beside.ts'
import { conversationAt } from './places.ts'
import { routes } from './routes.ts'
import { stuck } from './rules.ts'
import { sendAgain, takenCareOf } from './send-again.ts'

/** How one message went to one person, and what to do where it may not have arrived. */
export const deliveryScreen = screen({
  address: routes.delivery,
  fields: { what: choice(['again', 'other'], 'Choose what to do') },
  loadOnRecord: (writer, { delivery }) => deliveryToSee(writer, delivery),
  show: ({ thing: { delivery, conversation, to }, form }) => ({
    title: `Did it reach ${to}?`,
    back: { href: conversationAt(conversation.id), text: conversation.subject },
    body: (
      <>
        <Heading>Did it reach {to}?</Heading>
        <Inset>{wordsOf({ ...delivery, name: to, at: delivery.changed_at.toISOString() })}.</Inset>
        {delivery.state === 'unsure' && (
          <Paragraph>
            It was on its way when the line broke, so it may have arrived and may not. It does not go again by
            itself: {to} could get it twice.
          </Paragraph>
        )}
        {delivery.why === 'no-such-address' && (
          <Paragraph>
            Ask an administrator to correct the address of {to} first. What was sent to the wrong one cannot
            be called back.
          </Paragraph>
        )}
        {stuck.includes(delivery.state) && (
          <form method="post" noValidate>
            <Radios
              name="what"
              label="What to do"
              options={[
                { value: 'again', text: 'Send it again', hint: 'It goes as it is, once more.' },
                {
                  value: 'other',
                  text: 'I have told them in another way',
                  hint: 'By a call through the office, or when you saw them.',
                },
              ]}
              value={form.typed.what}
              error={form.errors.what}
            />
            <Button once>Go on</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: (writer, seen, values) =>
    values.what === 'again' ? sendAgain(writer, seen) : takenCareOf(writer, seen),
  done: (_, { conversation }) => conversationAt(conversation.id),
  told: (_, { to }, values) =>
    values.what === 'again'
      ? `It goes to ${to} once more: now, or when the hours begin in which we write to families.`
      : `Nothing more is owed about it.`,
  refused: {
    'under-way': () => 'It is on its way again already, so nothing was done. Look again in a minute.',
  },
})

/** The whole of what a message came with: what was folded away, and what stood under it. */
export const wholeScreen = screen({
  address: routes.whole,
  loadOnRecord: (writer, { message }) => wholeToRead(writer, message),
  show: ({ thing: { whole, received_at, conversation } }) => ({
    title: 'The whole message',
    back: { href: conversationAt(conversation.id), text: conversation.subject },
    body: (
      <>
        <Heading>The whole message</Heading>
        <Paragraph>
          As it came, {inFull(received_at)}, with what it quotes and what stands under it.
        </Paragraph>
        <p class="govuk-body ly-lines">{whole}</p>
      </>
    ),
  }),
})
