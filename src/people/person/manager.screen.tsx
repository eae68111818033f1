import { text } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph, Select } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import { routes } from '../routes.ts'
import { roleWords } from '../rules.ts'
import { changeManager } from './change-manager.ts'
import { selectChoosable } from './queries.ts'

/** Who somebody answers to. */
export const managerScreen = ({ whomNow }: Above) =>
  screen({
    address: routes.changeManager,
    fields: {
      manager: text({ max: 36, called: 'Who they answer to', required: 'Choose who they answer to' }),
    },
    load: async (reader, { person }) => {
      const found = await personTo(reader, person, 'change-manager')
      if (!found) return undefined
      const here = await selectChoosable(reader.db, reader.actor.agencyId)
      return { found, here: here.filter(({ id }) => id !== found.person.id) }
    },
    show: ({ thing: { found, here }, form }) => ({
      title: `Who ${found.person.name} answers to`,
      back: { href: routes.person.to({ person: found.person.id }), text: found.person.name },
      body: (
        <>
          <Heading>Who {found.person.name} answers to</Heading>
          <Paragraph>
            They can read {found.person.name}’s conversations, each reading on the record, and are the second
            adult where a child is in one. Conversations that are open already keep the second adult they
            have.
          </Paragraph>
          <form method="post" noValidate>
            <Select
              name="manager"
              label="Who they answer to"
              options={[
                { value: '', text: 'Choose' },
                { value: 'nobody', text: 'Nobody here' },
                ...here.map(({ id, name, roles }) => ({
                  value: id,
                  text: `${name}, ${roles.map(role => roleWords[role].toLowerCase()).join(', ')}`,
                })),
              ]}
              value={form.typed.manager ?? found.person.manager_id ?? 'nobody'}
              error={form.errors.manager}
            />
            <Button once>Change</Button>
          </form>
        </>
      ),
    }),
    submit: async (writer, { found, here }, { manager }) => {
      if (manager === 'nobody') return changeManager(writer, found, undefined, whomNow)
      const chosen = here.find(({ id }) => id === manager)
      return chosen ? changeManager(writer, found, chosen.id, whomNow) : refuse('gone')
    },
    done: person => routes.person.to({ person }),
    told: (_, { found, here }, { manager }) =>
      `${found.person.name} now answers to ${here.find(({ id }) => id === manager)?.name ?? 'nobody here'}.`,
    refused: {
      circle: ({ facts: { name, manager } }) =>
        `You cannot choose ${manager}: they answer to ${name} themselves. Choose somebody else, or change who ${manager} answers to first.`,
      gone: () => 'The person you chose has left, so nothing was changed. Choose somebody else.',
    },
  })
