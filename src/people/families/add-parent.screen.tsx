import { inDays } from '../../kit/clock.ts'
import { line, maybeLine, maybeText } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Inset, Paragraph, Select, Subheading } from '../../ui/index.ts'
import { plainWords } from '../plain-words.ts'
import { routes } from '../routes.ts'
import { parentToAdd } from './access.ts'
import { type AddedParent, addParent } from './add-parent.ts'
import { maybeEmail, parentName, relationship } from './fields.ts'

const boxes = [
  ['name', 'Their name', 'text'],
  [
    'email',
    'Email address',
    'email',
    'Their link and code go there. Without it they cannot be reached here.',
  ],
  ['phone', 'Phone number (optional)', 'tel'],
] as const satisfies readonly (readonly [string, string, string, string?])[]

/** Adds a parent or carer to a child who is here already: a new foster carer, say, or the father of a half-brother. */
export const addParentScreen = screen({
  address: routes.addParent,
  fields: {
    known: maybeText({ max: 36, called: 'Somebody who is here already' }),
    name: plainWords(maybeLine(parentName)),
    email: maybeEmail,
    phone: maybeText({ max: 40, called: 'Their phone number' }),
    relationship: plainWords(line({ ...relationship, required: 'Enter what they are to the child' })),
  },
  load: (reader, { person }) => parentToAdd(reader, person),
  show: ({ thing: { child, parents, before }, form }) => ({
    title: `Add a parent or carer of ${child.name}`,
    back: { href: routes.person.to({ person: child.id }), text: child.name },
    body: (
      <>
        <Heading>Add a parent or carer of {child.name}</Heading>
        <Paragraph>
          From the moment you enter them, they are in every new conversation with {child.name} or about them,
          have the notices, and may say yes or no to contact. They are put in none of the conversations that
          there are, and read nothing of what was said before.
        </Paragraph>
        {before.map(tie => (
          <Inset key={tie.parent_id}>
            {tie.parent_name} is no longer to hear of {child.name}, since {tie.until && inDays(tie.until)}:{' '}
            {tie.why_ended}. Add them again only if that has changed.
          </Inset>
        ))}
        <form method="post" noValidate>
          <Input
            name="relationship"
            label="What they are to the child"
            hint="For example: mother, foster carer"
            autocomplete="off"
            value={form.typed.relationship}
            error={form.errors.relationship}
          />
          {parents.length > 0 && (
            <>
              <Subheading>Somebody who is here already</Subheading>
              <Select
                name="known"
                label="A parent or carer of another child"
                options={[
                  { value: '', text: 'Nobody: I enter somebody new' },
                  ...parents.map(({ id, name, of }) => ({ value: id, text: of ? `${name} (${of})` : name })),
                ]}
                value={form.typed.known}
                error={form.errors.known}
              />
            </>
          )}
          <Subheading>Somebody new</Subheading>
          {boxes.map(([name, label, type, hint]) => (
            <Input
              key={name}
              name={name}
              label={label}
              hint={hint}
              type={type}
              autocomplete="off"
              value={form.typed[name]}
              error={form.errors[name]}
            />
          ))}
          <Button once>Add them</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, found, { known, name, email, phone, relationship: as }) => {
    const chosen = found.parents.find(({ id }) => id === known)
    if (known && !chosen) return refuse('gone')
    if (chosen ? name || email || phone : !name) return refuse(chosen ? 'two' : 'nobody')
    const added: AddedParent = chosen
      ? { is: 'known', id: chosen.id, relationship: as }
      : { is: 'new', name: name ?? '', email, phone, relationship: as }
    return addParent(writer, found, added)
  },
  done: child => routes.person.to({ person: child }),
  told: (_, { child, parents }, { known, name }) =>
    `${parents.find(({ id }) => id === known)?.name ?? name} has been added to the family of ${child.name}. New conversations have them in.`,
  refused: {
    gone: () => 'Nobody was added: the child, or whom you chose, is no longer here. Go back and look again.',
    nobody: () => 'Nobody was added yet: choose somebody who is here, or enter the name of somebody new.',
    two: () =>
      'Nobody was added yet: you chose somebody who is here and typed somebody new. Keep one of them, and empty the other.',
    'childs-address': () =>
      'Nobody was added: that email address is a child’s and would be a parent’s or carer’s, and the link for the one would open to the other. Give each their own.',
    'shared-number': () =>
      'Nobody was added: that phone number is a child’s. Who calls or texts the one would reach the other. Give each their own.',
  },
})
