import { line, maybeDate, maybeLine, maybeText, text } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph, Select, Subheading } from '../../ui/index.ts'
import { plainWords } from '../plain-words.ts'
import { routes } from '../routes.ts'
import { familyToAdd } from './access.ts'
import { addFamily, type NewParent } from './add-family.ts'
import { maybeEmail, parentName, relationship } from './fields.ts'

const fields = {
  child: plainWords(line({ max: 200, called: 'The child’s name', required: 'Enter the child’s name' })),
  born: maybeDate('The day they were born'),
  'child-email': maybeEmail,
  parent: plainWords(line({ ...parentName, required: 'Enter the name of a parent or carer' })),
  relationship: plainWords(line({ ...relationship, required: 'Enter what they are to the child' })),
  email: maybeEmail,
  phone: maybeText({ max: 40, called: 'Their phone number' }),
  parent2: plainWords(maybeLine(parentName)),
  relationship2: plainWords(maybeLine(relationship)),
  email2: maybeEmail,
  phone2: maybeText({ max: 40, called: 'Their phone number' }),
  worker: text({ max: 36, called: 'Who works with them', required: 'Choose who works with them' }),
  purpose: plainWords(
    line({ max: 200, called: 'What the work is for', required: 'Enter what the work is for' }),
  ),
}
type Name = keyof typeof fields

/** What each box says. Two parents or carers have the same boxes. */
const ofParent = (number: '' | '2') =>
  [
    [`parent${number}`, 'Name of a parent or carer'],
    [`relationship${number}`, 'What they are to the child', 'For example: mother, foster carer'],
    [
      `email${number}`,
      'Email address',
      'Their link and code go there. Without it they cannot be reached here.',
    ],
    [`phone${number}`, 'Phone number (optional)'],
  ] as const satisfies readonly (readonly [Name, string, string?])[]

const boxes: readonly {
  readonly heading: string
  readonly boxes: readonly (readonly [Name, string, string?])[]
}[] = [
  {
    heading: 'The child',
    boxes: [
      ['child', 'The child’s name'],
      ['born', 'The day they were born (optional)'],
      ['child-email', 'Email address (optional)', 'Only if the child is to have messages of their own.'],
    ],
  },
  { heading: 'A parent or carer', boxes: ofParent('') },
  { heading: 'Another parent or carer, if there is one', boxes: ofParent('2') },
]

const typeOf = (name: Name) =>
  name === 'born'
    ? 'date'
    : name.includes('email')
      ? 'email'
      : name === 'phone' || name === 'phone2'
        ? 'tel'
        : 'text'

/** Enters one child with their parents or carers, and who works with them. Many at once come by a file. */
export const addFamilyScreen = screen({
  address: routes.addFamily,
  fields,
  load: familyToAdd,
  show: ({ thing: { workers }, form }) => ({
    title: 'Enter a child and their family',
    back: { href: routes.people.to(), text: 'People' },
    body: (
      <>
        <Heading>Enter a child and their family</Heading>
        <Paragraph>
          Enter what is needed to reach them, and no more. Only who works with them, their managers, the
          designated person and administrators see it.
        </Paragraph>
        <form method="post" noValidate>
          {boxes.map(({ heading, boxes: inIt }) => (
            <div key={heading}>
              <Subheading>{heading}</Subheading>
              {inIt.map(([name, label, hint]) => (
                <Input
                  key={name}
                  name={name}
                  label={label}
                  hint={hint}
                  type={typeOf(name)}
                  autocomplete="off"
                  value={form.typed[name]}
                  error={form.errors[name]}
                />
              ))}
            </div>
          ))}
          <Subheading>The work</Subheading>
          <Select
            name="worker"
            label="Who works with them"
            options={[
              { value: '', text: 'Choose' },
              ...workers.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            value={form.typed.worker}
            error={form.errors.worker}
          />
          <Input
            name="purpose"
            label="What the work is for"
            hint="For example: Thursday youth club"
            value={form.typed.purpose}
            error={form.errors.purpose}
          />
          <Button once>Enter this family</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, found, typed) => {
    const worker = found.workers.find(({ id }) => id === typed.worker)
    if (!worker) return refuse('no-worker')
    const first: NewParent = {
      name: typed.parent,
      relationship: typed.relationship,
      email: typed.email,
      phone: typed.phone,
    }
    if (!typed.parent2 && (typed.relationship2 || typed.email2 || typed.phone2)) return refuse('no-name')
    const second: NewParent[] = typed.parent2
      ? [
          {
            name: typed.parent2,
            relationship: typed.relationship2 ?? 'Parent or carer',
            email: typed.email2,
            phone: typed.phone2,
          },
        ]
      : []
    return addFamily(writer, found, {
      child: { name: typed.child, bornOn: typed.born, email: typed['child-email'] },
      parents: [first, ...second],
      workerId: worker.id,
      purpose: typed.purpose,
    })
  },
  done: child => routes.person.to({ person: child }),
  told: (_, { workers }, { child, worker }) =>
    `${child} and their family have been entered. ${workers.find(({ id }) => id === worker)?.name ?? 'The worker'} can message them now.`,
  refused: {
    known: () =>
      'A child of that name, born on that day, is here already, so nobody was entered twice. Look for them under People.',
    'childs-address': () =>
      'Nobody was entered: that email address is a child’s and a parent’s or carer’s, and the link for the one would open to the other. Give each their own, or leave the child’s empty.',
    'no-worker': () =>
      'The person you chose does not work with children here now, so nobody was entered. Choose somebody else.',
    'no-name': () =>
      'Nobody was entered yet: the second parent or carer has no name. Enter it, or empty their other boxes.',
  },
})
