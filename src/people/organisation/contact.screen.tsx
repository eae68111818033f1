import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { roleWords } from '../rules.ts'
import { contactToChange } from './access.ts'
import { maybeEmail, maybePhone } from './fields.ts'
import { say } from './say.ts'

/** How a designated person or deputy is reached, for others to see and print. */
export const contactScreen = screen({
  address: routes.contact,
  fields: { phone: maybePhone('The telephone number'), email: maybeEmail },
  load: (reader, { person }) => contactToChange(reader, person),
  show: ({ thing: { contact }, form: { typed, errors } }) => ({
    title: `How ${contact.name} is reached`,
    back: { href: routes.organisation.to(), text: 'Our names and numbers' },
    body: (
      <>
        <Heading>How {contact.name} is reached</Heading>
        <Paragraph>
          {roleWords[contact.role]}. What stands here is printed on posters that hang where anybody can read
          them: give a number and an address of the organisation’s, never personal ones.
        </Paragraph>
        <form method="post" noValidate>
          <Input
            name="phone"
            type="tel"
            label="Telephone, for others to see"
            width={20}
            autocomplete="off"
            value={typed.phone ?? contact.phone ?? ''}
            error={errors.phone}
          />
          <Input
            name="email"
            type="email"
            label="Email address, for others to see"
            autocomplete="off"
            value={typed.email ?? contact.email ?? ''}
            error={errors.email}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { here, contact }, { phone, email }) =>
    say(writer, here, 'contact', { phone: phone ?? null, email: email ?? null }, contact.id),
  done: () => routes.organisation.to(),
  told: (_, { contact }) => `How ${contact.name} is reached is saved, and stands from now on.`,
  refused: {},
})
