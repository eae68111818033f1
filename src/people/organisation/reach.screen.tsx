import { maybeLine } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { organisationToChange } from './access.ts'
import { maybeEmail, maybePhone, maybeSite } from './fields.ts'
import { policeByDefault } from './parts.ts'
import { changeReach, say } from './say.ts'

/** How the organisation is reached by anybody, and how the police are when it is no emergency. */
export const reachScreen = screen({
  address: routes.reach,
  fields: {
    phone: maybePhone('The telephone number'),
    'out-of-hours': maybeLine({ max: 120, called: 'The out-of-hours line' }),
    email: maybeEmail,
    web: maybeSite,
    police: maybeLine({ max: 80, called: 'How the police are reached' }),
  },
  load: organisationToChange,
  show: ({ thing: facts, form: { typed, errors } }) => ({
    title: 'How we are reached',
    back: { href: routes.organisation.to(), text: 'Our names and numbers' },
    body: (
      <>
        <Heading>How we are reached</Heading>
        <Paragraph>
          These are for anybody: families are shown them, and a message may hold them. Never give a personal
          number.
        </Paragraph>
        <form method="post" noValidate>
          <Input
            name="phone"
            type="tel"
            label="Telephone"
            width={20}
            value={typed.phone ?? facts.phone ?? ''}
            error={errors.phone}
          />
          <Input
            name="out-of-hours"
            label="Out of hours"
            hint="A number, or a few words with one: After 6pm, 020 7946 0999"
            value={typed['out-of-hours'] ?? facts.outOfHours ?? ''}
            error={errors['out-of-hours']}
          />
          <Input
            name="email"
            type="email"
            label="Email address"
            value={typed.email ?? facts.email ?? ''}
            error={errors.email}
          />
          <Input name="web" label="Site" value={typed.web ?? facts.web ?? ''} error={errors.web} />
          <Input
            name="police"
            label="The police, when it is no emergency"
            hint="101, unless your area has another way. 999 always stands before it."
            value={typed.police ?? facts.police}
            error={errors.police}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, facts, { phone, email, web, police, ...given }) => {
    const route = police ?? policeByDefault
    const said = route === facts.police ? undefined : await say(writer, facts, 'police', { route })
    const reach = await changeReach(writer, facts, {
      phone: phone ?? null,
      out_of_hours: given['out-of-hours'] ?? null,
      email: email ?? null,
      web: web ?? null,
    })
    return said ?? reach
  },
  done: () => routes.organisation.to(),
  told: () => 'It is saved, and stands from now on.',
  refused: {},
})
