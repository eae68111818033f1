import { choice, text } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, List, Paragraph, Select, Textarea } from '../ui/index.ts'
import { leaveToSetAge } from './access.ts'
import { routes } from './routes.ts'
import { ageLimits } from './rules.ts'
import { setAge } from './set-age.ts'
import { lawAndChoice } from './words.tsx'

const ages = Array.from({ length: ageLimits.most - ageLimits.least + 1 }, (_, at) =>
  String(ageLimits.least + at),
)

/** From which age a young person agrees for themselves here: the organisation's choice, with its reason. */
export const ageScreen = screen({
  address: routes.age,
  fields: {
    age: choice(ages, 'Choose an age'),
    reason: text({ max: 1000, called: 'The reason', required: 'Enter why this age is right here' }),
  },
  load: leaveToSetAge,
  show: ({ thing: { age, said }, form }) => ({
    title: 'From which age young people agree for themselves',
    back: { href: '/organisation', text: 'Our names and numbers' },
    body: (
      <>
        <Heading>From which age young people agree for themselves</Heading>
        <Paragraph>
          Below this age a parent or carer agrees to contact. From it on, the young person does. A child of
          any age may say no. Adults who may be at risk always agree for themselves.
        </Paragraph>
        <List items={[...lawAndChoice]} />
        <Paragraph>Not legal advice, and not yet checked by your organisation.</Paragraph>
        <form method="post" noValidate>
          <Select
            name="age"
            label="From which age"
            options={ages.map(value => ({ value, text: value }))}
            value={form.typed.age ?? String(age)}
            error={form.errors.age}
          />
          <Textarea
            name="reason"
            label="Why this age is right here"
            hint="Staff and families can read it."
            value={form.typed.reason ?? said?.reason}
            error={form.errors.reason}
          />
          <Button once>Keep</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, found, { age, reason }) => setAge(writer, found, { age: Number(age), reason }),
  done: () => routes.age.to(),
  told: (_, __, { age }) =>
    `From ${age} on, young people agree for themselves. It holds for what is said from now on.`,
  refused: {},
})
