import { choice } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph, Radios, Subheading, Textarea } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { organisationToChange } from './access.ts'
import { type ContactHours, weekdays } from './hours.ts'
import { closedDays, maybeStretch, spokenDay, spokenStretch } from './hours-fields.ts'
import { say } from './say.ts'

const dayFields = {
  monday: maybeStretch('Monday'),
  tuesday: maybeStretch('Tuesday'),
  wednesday: maybeStretch('Wednesday'),
  thursday: maybeStretch('Thursday'),
  friday: maybeStretch('Friday'),
  saturday: maybeStretch('Saturday'),
  sunday: maybeStretch('Sunday'),
}
const names = Object.keys(dayFields) as (keyof typeof dayFields)[]

/** When the organisation's people write to families. Outside it, a message waits; a family may write at any hour. */
export const contactHoursScreen = screen({
  address: routes.contactHours,
  fields: {
    when: choice(['always', 'hours'], 'Say when families are written to'),
    ...dayFields,
    closed: closedDays,
  },
  load: organisationToChange,
  show: ({ thing: { hours }, form: { typed, errors } }) => ({
    title: 'When we write to families',
    back: { href: routes.organisation.to(), text: 'Our names and numbers' },
    body: (
      <>
        <Heading>When we write to families</Heading>
        <Paragraph>
          A message written outside these hours waits, and its writer reads when it goes. A manager can let
          one go that cannot wait. A designated person’s message goes at any hour, as they answer a child who
          may be in danger. Families can write at any time: outside these hours they are shown who to turn to.
        </Paragraph>
        <form method="post" noValidate>
          <Radios
            name="when"
            label="When are families written to?"
            options={[
              { value: 'always', text: 'At all times' },
              { value: 'hours', text: 'In these hours' },
            ]}
            value={typed.when ?? (hours?.week ? 'hours' : 'always')}
            error={errors.when}
          />
          <Subheading>The hours</Subheading>
          <Paragraph>Like 9am to 5:30pm. Leave a day empty on which nobody is written to.</Paragraph>
          {names.map((name, at) => (
            <Input
              key={name}
              name={name}
              label={weekdays[at] ?? name}
              width={10}
              autocomplete="off"
              value={typed[name] ?? spokenStretch(hours?.week?.[at])}
              error={errors[name]}
            />
          ))}
          <Textarea
            name="closed"
            label="Days on which we are closed"
            hint="One to a line, with what it is called: 25 December 2026 Christmas Day"
            rows={6}
            value={typed.closed ?? closedWords(hours)}
            error={errors.closed}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, here, { when, closed, ...days }) => {
    const week = names.map(name => days[name])
    if (when === 'hours' && week.every(day => day === null)) return refuse('no-hours')
    return say(writer, here, 'hours', { week: when === 'hours' ? week : null, closed })
  },
  done: () => routes.organisation.to(),
  told: () => 'It is saved, and stands from now on.',
  refused: {
    'no-hours': () => 'Nothing was saved: give the hours of at least one day, or choose “At all times”.',
  },
})

const closedWords = (hours: ContactHours): string =>
  (hours?.closed ?? []).map(({ day, called }) => `${spokenDay(day)} ${called}`.trim()).join('\n')

/** The hours in a few words, for the list of what the organisation says of itself. */
export function inHours(hours: ContactHours): string {
  if (!hours?.week) return 'At all times'
  const days = weekdays.flatMap((day, at) => {
    const stretch = spokenStretch(hours.week?.[at])
    return stretch ? [`${day} ${stretch}`] : []
  })
  const { length } = hours.closed
  return `${days.join(', ')}${length > 0 ? `; closed on ${length} ${length === 1 ? 'day' : 'days'}` : ''}`
}
