import { type CalendarDay, dayAt, monthsAfter, whenInWords } from '../guidance/index.ts'
import { date, type FormState, text, type Values } from '../kit/forms/index.ts'
import type { Permitted } from '../kit/proof.ts'
import type { PersonActor, Writer } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Input, Paragraph, Textarea } from '../ui/index.ts'
import { conversationToHold, type Holdable, personToHold } from './access.ts'
import { latestLook, placeHold } from './place-hold.ts'
import { routes } from './routes.ts'
import { longestReason } from './rules.ts'
import type { HoldId } from './tables.ts'

/** Why, and until when: the same for a new hold and for one that stays. */
export const whyFields = {
  reason: text({ max: longestReason, called: 'Why it must be kept', required: 'Say why it must be kept' }),
  review: date({
    called: 'The day it is looked at again',
    required: 'Enter the day on which it is looked at again',
  }),
}

export const WhyForm = ({
  form,
  now,
  button,
}: {
  readonly form: FormState<typeof whyFields>
  readonly now: Date
  readonly button: string
}) => (
  <form method="post" noValidate>
    <Textarea
      name="reason"
      label="Why it must be kept"
      hint="For example: the police have asked for it; an allegation is being looked into. It stays on the record."
      rows={3}
      value={form.typed.reason}
      error={form.errors.reason}
    />
    <Input
      name="review"
      type="date"
      width={10}
      label="The day it is looked at again"
      hint={`${whenInWords(latestLook(now))} at the latest. You are reminded two weeks before.`}
      value={form.typed.review ?? usualLook(now)}
      error={form.errors.review}
    />
    <Button once>{button}</Button>
  </form>
)

const usualLook = (now: Date): CalendarDay => monthsAfter(dayAt(now), 6)

export const noDay = () =>
  'Nothing was changed: enter a day after today, and within a year, on which it is looked at again.'

const title = 'Put a hold on erasing'

const shown = ({ name }: Holdable, form: FormState<typeof whyFields>, now: Date) => ({
  title,
  back: { href: routes.holds.to(), text: 'Holds on erasing' },
  body: (
    <>
      <p class="govuk-caption-l">{name ?? 'A conversation'}</p>
      <Heading>{title}</Heading>
      <Paragraph>
        {name
          ? `Nothing that ${name} wrote, or that is about them, is erased until the hold is lifted: neither in the night nor by hand. They are not told.`
          : 'Nothing in this conversation, or about it, is erased until the hold is lifted: neither in the night nor by hand. Nobody in it is told.'}
      </Paragraph>
      <WhyForm form={form} now={now} button="Put the hold on" />
    </>
  ),
})

const asked = {
  fields: whyFields,
  done: (hold: HoldId) => routes.hold.to({ hold }),
  told: () => 'The hold stands. Nothing that it keeps is erased.',
  refused: { 'no-day': noDay },
}
const place = (
  writer: Writer<PersonActor>,
  thing: Permitted<'hold', Holdable>,
  { reason, review }: Values<typeof whyFields>,
) => placeHold(writer, thing, { reason, reviewOn: review })

export const holdPersonScreen = screen({
  address: routes.holdPerson,
  ...asked,
  load: (reader, { person }) => personToHold(reader, person),
  show: ({ thing, form, now }) => shown(thing, form, now),
  submit: place,
})

export const holdConversationScreen = screen({
  address: routes.holdConversation,
  ...asked,
  load: (reader, { conversation }) => conversationToHold(reader, conversation),
  show: ({ thing, form, now }) => shown(thing, form, now),
  submit: place,
})
