import { choice } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph, Radios } from '../../ui/index.ts'
import { personTo } from '../access.ts'
import { routes } from '../routes.ts'
import { isAdultAtRisk } from './queries.ts'
import { sayAdult } from './say-adult.ts'

/** Whether somebody is a child, or a grown-up whom the guidance protects in the same way. */
export const adultScreen = screen({
  address: routes.adult,
  fields: { who: choice(['child', 'adult'], 'Choose who they are') },
  load: async (reader, { person }) => {
    const found = await personTo(reader, person, 'say-adult')
    return found && { found, adult: await isAdultAtRisk(reader, found.person.id) }
  },
  show: ({ thing: { found, adult }, form }) => ({
    title: `Who ${found.person.name} is`,
    back: { href: routes.person.to({ person: found.person.id }), text: found.person.name },
    body: (
      <>
        <Heading>Who {found.person.name} is</Heading>
        <Paragraph>
          The guidance is also for adults who may be at risk. Everything here that keeps a child safe keeps
          them safe too: a second adult in every conversation, only those who work with them, nobody’s own
          phone or account. An adult agrees to contact for themselves.
        </Paragraph>
        <form method="post" noValidate>
          <Radios
            name="who"
            label="They are"
            options={[
              { value: 'child', text: 'A child or young person' },
              { value: 'adult', text: 'An adult who may be at risk' },
            ]}
            value={form.typed.who ?? (adult ? 'adult' : 'child')}
            error={form.errors.who}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { found }, { who }) => sayAdult(writer, found, who === 'adult'),
  done: person => routes.person.to({ person }),
  refused: {},
})
