import { hidden } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Paragraph } from '../ui/index.ts'
import { childToAgree } from './access.ts'
import { ask, askedOf } from './ask.ts'
import { ChannelBoxes, channelFields, shownTicked, tickedIn } from './fields.tsx'
import { routes } from './routes.ts'

/** A worker asks a family for their agreement, channel by channel. */
export const askScreen = screen({
  address: routes.ask,
  fields: { ...channelFields, sent: hidden(typed => (typed === '1' ? typed : undefined)) },
  load: (reader, { child }) => childToAgree(reader, child),
  show: ({ thing: about, form }) => {
    const whom = askedOf(about)
      .map(({ name }) => name)
      .join(' and ')
    return {
      title: `Ask for agreement: ${about.child.name}`,
      back: { href: routes.child.to({ child: about.child.id }), text: 'Agreement to contact' },
      body: (
        <>
          <Heading>Ask for agreement</Heading>
          <Paragraph>
            {whom || 'Nobody'} gets a letter with a link, and answers on a page. They see your name, and that
            they may say no.
          </Paragraph>
          <form method="post" noValidate>
            <Hidden name="sent" value="1" />
            <ChannelBoxes
              label={`How you need to be in touch with ${about.child.name}`}
              hint="Ask for no more than you need."
              ticked={shownTicked(form.typed, new Set(['web']))}
            />
            <Button once>Ask</Button>
          </form>
        </>
      ),
    }
  },
  submit: async (writer, about, { sent: _, ...ticks }) => {
    const wanted = tickedIn(ticks)
    return wanted.size === 0 ? refuse('nothing') : ask(writer, about, [...wanted])
  },
  done: child => routes.child.to({ child }),
  told: (_, about) =>
    `${askedOf(about)
      .map(({ name }) => name)
      .join(' and ')} will be sent a link, and can answer there.`,
  refused: {
    nothing: () => 'Nobody was asked: tick at least one way to be in touch.',
    nobody: () =>
      'Nobody was asked: no parent or carer of theirs is entered. Ask your administrator to enter them, or enter what was agreed on paper.',
  },
})
