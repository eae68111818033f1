import { dayAt } from '../guidance/index.ts'
import { choice, chosen, date, hidden } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Input, Paragraph, Radios, Select } from '../ui/index.ts'
import { childToAgree } from './access.ts'
import { answer } from './answer.ts'
import { ChannelBoxes, channelFields, lastField, shownTicked, tickedIn } from './fields.tsx'
import { routes } from './routes.ts'
import { standingOf } from './standing.ts'
import { answerRefused, inAYear } from './words.tsx'

/** Staff enter what a parent or young person agreed to on paper, or said to them. It says on the record who entered it. */
export const enterScreen = screen({
  address: routes.enter,
  fields: {
    ...channelFields,
    by: chosen<'person'>('Choose who agreed'),
    how: choice(['paper', 'said'], 'Choose how they told you'),
    on: date({ called: 'The day', required: 'Enter the day on which they said it' }),
    last: lastField,
    sent: hidden(typed => (typed === '1' ? typed : undefined)),
  },
  load: async (reader, { child }) => {
    const about = await childToAgree(reader, child)
    return about && { about, standing: await standingOf(reader, about.child.id) }
  },
  show: ({ thing: { about, standing }, form, now }) => {
    const who = [...(about.adult ? [] : about.parents), about.child]
    const open = new Set(standing.over.filter(({ agreed }) => agreed).map(({ channel }) => channel))
    return {
      title: `What was agreed on paper: ${about.child.name}`,
      back: { href: routes.child.to({ child: about.child.id }), text: 'Agreement to contact' },
      body: (
        <>
          <Heading>Enter what was agreed</Heading>
          <Paragraph>
            For a form that was signed, or what somebody told you. Keep the paper. What you leave unticked and
            is open now, they say no to, and it stops at once.
          </Paragraph>
          <form method="post" noValidate>
            <Hidden name="sent" value="1" />
            <Select
              name="by"
              label="Who said it"
              options={[
                { value: '', text: 'Choose' },
                ...who.map(({ id, name }) => ({
                  value: id,
                  text: id === about.child.id ? `${name}, for themselves` : name,
                })),
              ]}
              value={form.typed.by}
              error={form.errors.by}
            />
            <Radios
              name="how"
              label="How they told you"
              options={[
                { value: 'paper', text: 'On paper, signed' },
                { value: 'said', text: 'They said it to me' },
              ]}
              value={form.typed.how}
              error={form.errors.how}
            />
            <Input
              name="on"
              type="date"
              width={10}
              label="When they said it"
              value={form.typed.on ?? dayAt(now)}
              error={form.errors.on}
            />
            <ChannelBoxes label="They agree to" ticked={shownTicked(form.typed, open)} />
            <Input
              name="last"
              type="date"
              width={10}
              label="Until"
              value={form.typed.last ?? inAYear(now)}
              error={form.errors.last}
            />
            <Button once>Keep</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, { about }, { by, how, on, last, sent: _, ...ticks }) =>
    answer(writer, about, { by, how, on, last, yes: tickedIn(ticks) }),
  done: child => routes.child.to({ child }),
  told: () => 'Kept, with your name as who entered it.',
  refused: answerRefused,
})
