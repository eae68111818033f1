import { randomUUID } from 'node:crypto'
import { closeDuties } from '../../duties/index.ts'
import { asTyped, fromTyped } from '../../kit/clock.ts'
import { choice, date, hidden, maybeLine, text, type Values } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Already, refuse } from '../../kit/proof.ts'
import { inVault, type PersonActor, type Writer } from '../../records/index.ts'
import { outsideBodies } from '../../routing/index.ts'
import { Button, Heading, Hidden, Input, Paragraph, Radios, Select, Textarea } from '../../ui/index.ts'
import { concernHere } from '../access.ts'
import { routes } from '../routes.ts'
import { screenWithKey } from '../with-key.tsx'
import { work } from './routes.ts'
import { decidedFor, decisionNames, decisions } from './rules.ts'
import { type Reads, writeAndStep } from './write-and-step.ts'

const fields = {
  decision: choice(decisionNames, 'Say what was decided'),
  body: choice(decidedFor, 'Say which body it is about'),
  why: text({
    max: 20_000,
    called: 'Why',
    required: 'Say why. A decision without its reason is not kept, whichever way it goes',
  }),
  day: date({ called: 'The day', required: 'Enter the day on which it was done or decided' }),
  time: {
    parse: (typed: string | undefined) =>
      /^([01]\d|2[0-3]):[0-5]\d$/.test(typed ?? '')
        ? ({ ok: true, value: typed ?? '' } as const)
        : ({ ok: false, sentence: 'Enter the time, like 14:05' } as const),
  },
  reference: maybeLine({ max: 200, called: 'The reference number' }),
  key: hidden(idFrom<'draft'>),
}

/** Keeps what was decided about a body outside: never without why. */
const decide = (writer: Writer<PersonActor>, concern: Reads, typed: Values<typeof fields>) =>
  inVault(writer, async inside => {
    const { decision, body, why, day, time, reference, key } = typed
    const happened = fromTyped(day, time)
    if (happened > writer.now) return refuse('not-yet')
    const words = reference ? `${why}\n\nReference number: ${reference}` : why
    const done = await writeAndStep(
      inside,
      concern,
      { kind: 'decision', words, key },
      { step: decision, body, happened_at: happened },
    )
    if (!(done instanceof Already) && body === 'lado')
      await closeDuties(inside, { kind: 'tell-lado', aboutId: concern.id }, done.entryId)
    return done
  })

/** To refer, to ask for advice, or not to refer: to whom, when, and always why. */
export const decideScreen = screenWithKey({
  address: work.decide,
  fields,
  load: (reader, at) => concernHere(reader, at.concern),
  show: ({ thing, now, form: { typed, errors } }) => ({
    title: 'Keep a decision',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Keep a decision</Heading>
        <Paragraph>
          Whether a body outside is told, asked for advice, or not told. Tell them first: this only keeps that
          you did, or why you did not.
        </Paragraph>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Radios
            name="decision"
            label="What was decided?"
            value={typed.decision}
            error={errors.decision}
            options={decisionNames.map(value => ({ value, text: decisions[value] }))}
          />
          <Select
            name="body"
            label="About which body?"
            value={typed.body}
            error={errors.body}
            options={[
              { value: '', text: 'Choose one' },
              ...decidedFor.map(value => ({ value, text: outsideBodies[value].name })),
            ]}
          />
          <Textarea
            name="why"
            label="Why?"
            hint="What you knew, what spoke for it and against it, and who else was asked. Whoever looks in ten years sees only this."
            rows={6}
            value={typed.why}
            error={errors.why}
          />
          <Input
            name="day"
            type="date"
            width={10}
            label="On which day?"
            value={typed.day ?? asTyped(now).day}
            error={errors.day}
          />
          <Input
            name="time"
            type="time"
            width={5}
            label="At what time?"
            value={typed.time ?? asTyped(now).time}
            error={errors.time}
          />
          <Input
            name="reference"
            label="The reference number they gave, or whom you spoke to"
            hint="You may leave this empty, and write it as a note when you have it."
            value={typed.reference}
            error={errors.reference}
          />
          <Button once>Keep this decision</Button>
        </form>
      </>
    ),
  }),
  submit: decide,
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  told: () => 'The decision is kept, with why.',
  refused: { 'not-yet': () => 'That day and time are still to come. Enter when it was done or decided.' },
})
