import { inDays } from '../kit/clock.ts'
import { choice } from '../kit/forms/index.ts'
import { person } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Paragraph, Radios } from '../ui/index.ts'
import { renewalToSet } from './access.ts'
import { selectRenewal } from './queries.ts'
import { routes } from './routes.ts'
import { type Months, monthsToChoose, usualMonths } from './rules.ts'
import { setRenewal } from './set-renewal.ts'

const all = monthsToChoose.map(String) as readonly `${Months}`[]

/** After how many months everybody walks it again. */
export const renewalScreen = screen({
  address: routes.renewal,
  fields: { months: choice(all, 'Choose after how many months') },
  load: async reader => {
    const may = await renewalToSet(reader)
    if (!may) return undefined
    const found = await selectRenewal(reader.db, reader.actor.agencyId)
    return { may, found, by: found && (await person(reader, found.set_by))?.name }
  },
  show: ({ thing: { found, by }, form }) => ({
    title: 'How often induction is walked',
    back: { href: routes.people.to(), text: 'Who has done their induction' },
    body: (
      <>
        <Heading>How often induction is walked</Heading>
        <Inset>
          {found
            ? `Set to ${found.months} months by ${by ?? 'somebody who has left'} on ${inDays(found.set_at)}.`
            : `${usualMonths} months: Lanyard’s choice, until you make your own.`}
        </Inset>
        <Paragraph>
          The guidance says that induction is needed, and not how often. We found no source that sets a
          period. Choose what suits your work.
        </Paragraph>
        <form method="post" noValidate>
          <Radios
            name="months"
            label="After how many months does everybody walk it again?"
            hint="It holds for whoever finishes from now on. What others were given stays as it is."
            options={all.map(value => ({ value, text: `${value} months` }))}
            value={form.typed.months ?? `${found?.months ?? usualMonths}`}
            error={form.errors.months}
          />
          <Button once>Set it</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { may }, { months }) => setRenewal(writer, may, Number(months) as Months),
  done: () => routes.people.to(),
  told: months => `Whoever finishes from now on walks it again after ${months} months.`,
  refused: {},
})
