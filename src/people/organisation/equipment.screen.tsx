import { line } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { organisationToChange } from './access.ts'
import { say } from './say.ts'

/** Where the organisation's phones and cameras are got from, and by whom they are given out. */
export const equipmentScreen = screen({
  address: routes.equipment,
  fields: {
    where: line({ max: 120, called: 'Where', required: 'Enter where equipment is got from' }),
    who: line({ max: 120, called: 'Who', required: 'Enter who gives it out' }),
  },
  load: organisationToChange,
  show: ({ thing: { equipment }, form: { typed, errors } }) => ({
    title: 'Where equipment is got from',
    back: { href: routes.organisation.to(), text: 'Our names and numbers' },
    body: (
      <>
        <Heading>Where equipment is got from</Heading>
        <form method="post" noValidate>
          <Input
            name="where"
            label="Where phones and cameras are got from"
            hint="For example: the cupboard in the main office"
            value={typed.where ?? equipment?.where}
            error={errors.where}
          />
          <Input
            name="who"
            label="Who gives them out"
            hint="A name or a role: the office manager"
            value={typed.who ?? equipment?.who}
            error={errors.who}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, here, said) => say(writer, here, 'equipment', said),
  done: () => routes.organisation.to(),
  told: () => 'It is saved, and stands from now on.',
  refused: {},
})
