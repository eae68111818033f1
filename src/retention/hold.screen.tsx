import { whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { text } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Paragraph, Subheading, SummaryList, Textarea } from '../ui/index.ts'
import { holdToMind } from './access.ts'
import { HoldTag, onWhat } from './holds.screen.tsx'
import { noDay, WhyForm, whyFields } from './place.screen.tsx'
import { routes } from './routes.ts'
import { longestReason } from './rules.ts'
import { letHoldStay, liftHold } from './step-hold.ts'

const liftedAlready = () => 'Nothing was changed: somebody has lifted this hold already.'

/** One hold: why, until when it is looked at again; and to say that it stays. */
export const holdScreen = screen({
  address: routes.hold,
  fields: whyFields,
  load: (reader, { hold }) => holdToMind(reader, hold),
  show: ({ thing: hold, form, now }) => ({
    title: 'A hold on erasing',
    back: { href: routes.holds.to(), text: 'Holds on erasing' },
    body: (
      <>
        <p class="govuk-caption-l">{onWhat(hold)}</p>
        <Heading>A hold on erasing</Heading>
        <SummaryList
          rows={[
            { key: 'Standing', value: <HoldTag row={hold} /> },
            { key: 'Why', value: <span class="ly-lines">{hold.reason}</span> },
            { key: 'Put there by', value: `${hold.placed_by_name}, ${inDays(hold.placed_at)}` },
            !hold.lifted_at && { key: 'Looked at again by', value: whenInWords(hold.looked_at_on) },
            hold.lifted_at && {
              key: 'Lifted',
              value: `${hold.lifted_by_name}, ${inDays(hold.lifted_at)}. ${hold.lifted_because}`,
            },
          ]}
        />
        {!hold.lifted_at && (
          <>
            <ButtonLink kind="secondary" href={routes.liftHold.to({ hold: hold.id })}>
              Lift this hold
            </ButtonLink>
            <Subheading>It must stay</Subheading>
            <Paragraph>Say why it must still be kept, and when somebody looks again.</Paragraph>
            <WhyForm form={form} now={now} button="Let it stay" />
          </>
        )}
      </>
    ),
  }),
  submit: (writer, hold, { reason, review }) => letHoldStay(writer, hold, { reason, reviewOn: review }),
  done: hold => routes.hold.to({ hold }),
  told: () => 'The hold stays. Nothing that it keeps is erased.',
  refused: { 'lifted-already': liftedAlready, 'no-day': noDay },
})

/** Lifts it, for a reason. */
export const liftHoldScreen = screen({
  address: routes.liftHold,
  fields: {
    reason: text({ max: longestReason, called: 'Why', required: 'Say why it need not be kept any more' }),
  },
  load: async (reader, { hold }) => {
    const found = await holdToMind(reader, hold)
    return found && !found.lifted_at ? found : undefined
  },
  show: ({ thing: hold, form }) => ({
    title: 'Lift this hold',
    back: { href: routes.hold.to({ hold: hold.id }), text: 'The hold' },
    body: (
      <>
        <p class="govuk-caption-l">{onWhat(hold)}</p>
        <Heading>Lift this hold</Heading>
        <Paragraph>
          What it keeps and whose time is over is erased in the next night, unless another hold keeps it. What
          is erased cannot come back.
        </Paragraph>
        <form method="post" noValidate>
          <Textarea
            name="reason"
            label="Why it need not be kept any more"
            rows={3}
            value={form.typed.reason}
            error={form.errors.reason}
          />
          <Button kind="warning" once>
            Lift the hold
          </Button>
        </form>
      </>
    ),
  }),
  submit: (writer, hold, { reason }) => liftHold(writer, hold, reason),
  done: hold => routes.hold.to({ hold }),
  told: () => 'The hold is lifted.',
  refused: { 'lifted-already': liftedAlready },
})
