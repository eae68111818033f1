import { email, type Field, maybeText, text, tidy } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import type { PersonTable } from '../queries.ts'
import { routes } from '../routes.ts'
import { correctPerson, mayChangeAddress } from './correct-person.ts'

const maybeEmail: Field<string | undefined> = {
  parse: typed => (tidy(typed) ? email('').parse(typed) : { ok: true, value: undefined }),
}

/** A name that was entered wrongly or has changed; an address at which nobody is reached. */
export const correctScreen = (above: Above) =>
  screen({
    address: routes.correct,
    fields: {
      name: text({ max: 200, called: 'Their name', required: 'Enter their name' }),
      email: maybeEmail,
      phone: maybeText({ max: 40, called: 'Their phone number' }),
    },
    load: async (reader, { person }) => {
      const found = await personTo(reader, person, 'correct')
      if (!found) return undefined
      const { kind, id, phone } = found.person
      // A child's number that stands can be taken out, whatever is agreed to now.
      const numbered =
        kind === 'parent' || (kind === 'child' && (phone !== null || (await above.mayHoldNumber(reader, id))))
      return { found, numbered, family: await personTo(reader, person, 'end-links') }
    },
    show: ({ thing: { found, numbered }, form }) => {
      const { person } = found
      const title = `Correct the details of ${person.name}`
      return {
        title,
        back: { href: routes.person.to({ person: person.id }), text: person.name },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>{told(person)}</Paragraph>
            <form method="post" noValidate>
              <Input
                name="name"
                label="Name"
                autocomplete="off"
                value={form.typed.name ?? person.name}
                error={form.errors.name}
              />
              {mayChangeAddress(person) && (
                <Input
                  name="email"
                  type="email"
                  label={person.kind === 'staff' ? 'Work email address' : 'Email address'}
                  autocomplete="off"
                  value={form.typed.email ?? person.email ?? ''}
                  error={form.errors.email}
                />
              )}
              {numbered && (
                <Input
                  name="phone"
                  type="tel"
                  label="Phone number (optional)"
                  hint={person.kind === 'child' ? childsNumber : undefined}
                  autocomplete="off"
                  value={form.typed.phone ?? person.phone ?? ''}
                  error={form.errors.phone}
                />
              )}
              <Button once>Save</Button>
            </form>
          </>
        ),
      }
    },
    submit: (writer, { found, numbered, family }, { name, email: address, phone }) => {
      const { person } = found
      // Staff who have not joined cannot do so without an address.
      const reached = mayChangeAddress(person) && (address || person.kind !== 'staff')
      return correctPerson(
        writer,
        found,
        {
          corrections: {
            name,
            ...(reached ? { email: address ?? null } : {}),
            ...(numbered ? { phone: phone ?? null } : {}),
          },
          family,
        },
        above,
      )
    },
    done: person => routes.person.to({ person }),
    told: (_, __, { name }) => `The details of ${name} are saved.`,
    refused: {
      known: () =>
        'Somebody else here has that email address, so nothing was changed. Check it, or look for them under People.',
      'not-agreed': () =>
        'Nothing was changed: nobody agrees to texts to them or calls with them any more, so their number cannot be held. Ask their family first, or leave the number empty.',
      'shared-number': () =>
        'Nothing was changed: that number is a child’s and somebody else’s, and who texts the one would reach the other. Give each their own, or leave the child’s empty.',
    },
  })

const childsNumber =
  'Their own phone, for as long as texts or calls are agreed to. Whoever works with them does not see it.'

function told(person: PersonTable): string {
  if (person.kind !== 'staff')
    return 'If you change the email address, every link that was sent to the old one stops working. The next message to them brings a new link, to the new address.'
  return mayChangeAddress(person)
    ? 'If you change the email address, the invitation that was sent to the old one stops working, and a new one is sent.'
    : 'What was signed and written before stays on the record under the name it was done with. The email address is what they sign in with, so it cannot be changed here.'
}
