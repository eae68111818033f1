import { line } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { organisationToChange } from './access.ts'
import { maybeEmail, maybePhone } from './fields.ts'
import { say } from './say.ts'

const phone = maybePhone('The telephone number')

/** Whom the local authority names for allegations against people who work with children. */
export const ladoScreen = screen({
  address: routes.lado,
  fields: {
    name: line({ max: 120, called: 'The name', required: 'Enter the name of the officer or their team' }),
    phone: {
      parse: (typed: string | undefined) => {
        const parsed = phone.parse(typed)
        if (parsed.ok && parsed.value === undefined)
          return { ok: false, sentence: 'Enter their telephone number' } as const
        return parsed as { ok: true; value: string } | Extract<typeof parsed, { ok: false }>
      },
    },
    email: maybeEmail,
  },
  load: organisationToChange,
  show: ({ thing: { lado }, form: { typed, errors } }) => ({
    title: 'The local authority’s designated officer',
    back: { href: routes.organisation.to(), text: 'Our names and numbers' },
    body: (
      <>
        <Heading>The local authority’s designated officer</Heading>
        <Paragraph>
          Often called the LADO: who hears of it when somebody who works with children may have harmed a
          child. Your local safeguarding partnership’s site says who it is. Look again once a year.
        </Paragraph>
        <form method="post" noValidate>
          <Input
            name="name"
            label="Name of the officer or their team"
            value={typed.name ?? lado?.name}
            error={errors.name}
          />
          <Input
            name="phone"
            type="tel"
            label="Telephone"
            width={20}
            value={typed.phone ?? lado?.phone}
            error={errors.phone}
          />
          <Input
            name="email"
            type="email"
            label="Email address (optional)"
            value={typed.email ?? lado?.email ?? ''}
            error={errors.email}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, here, { name, phone: number, email }) =>
    say(writer, here, 'lado', { name, phone: number, email: email ?? null }),
  done: () => routes.organisation.to(),
  told: () => 'It is saved, and stands from now on.',
  refused: {},
})
