import { choice, text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph, Select } from '../../ui/index.ts'
import { shelfToAddTo } from '../access.ts'
import { routes } from '../routes.ts'
import { type PolicyKind, policyKinds } from '../rules.ts'
import { OwnerSelect, ownerField, ownerRefused, owners, ReviewDayInput, reviewDayField } from './fields.tsx'
import { putOnShelf } from './put-on-shelf.ts'

// Object.keys forgets the names of a table that has exactly these.
const kinds = Object.keys(policyKinds) as PolicyKind[]

/** Adds a policy with its owner and its first review day. Its text is written after. */
export const addPolicyScreen = screen({
  address: routes.add,
  fields: {
    kind: choice(kinds, 'Choose which policy it is'),
    title: text({ max: 200, called: 'Its title', required: 'Enter its title' }),
    owner: ownerField,
    review: reviewDayField,
  },
  load: async reader => {
    const shelf = await shelfToAddTo(reader)
    return shelf && { shelf, people: await owners(reader) }
  },
  show: ({ thing: { shelf, people }, form, query }) => {
    const free = kinds.filter(kind => kind === 'other' || !shelf.kinds.has(kind))
    const asked = form.typed.kind ?? free.find(kind => kind === query.get('kind'))
    return {
      title: 'Add a policy',
      back: { href: routes.register.to(), text: 'The register of policies' },
      body: (
        <>
          <Heading>Add a policy</Heading>
          <Paragraph>
            It is in force once its first version is written, from the next page on, and a second person has
            approved it.
          </Paragraph>
          <form method="post" noValidate>
            <Select
              name="kind"
              label="Which policy it is"
              options={[
                { value: '', text: 'Choose' },
                ...free.map(kind => ({ value: kind, text: policyKinds[kind] })),
              ]}
              value={asked}
              error={form.errors.kind}
            />
            <Input
              name="title"
              label="Its title"
              value={form.typed.title ?? titleFor(asked)}
              error={form.errors.title}
            />
            <OwnerSelect people={people} value={form.typed.owner} error={form.errors.owner} />
            <ReviewDayInput value={form.typed.review} error={form.errors.review} />
            <Button once>Add the policy</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, { shelf }, { kind, title, owner, review }) =>
    putOnShelf(writer, shelf, { kind, title, owner_id: owner, review_on: review }),
  done: ({ policy_id }) => routes.draft.to({ policy: policy_id }),
  refused: {
    ...ownerRefused,
    'there-already': () =>
      'There is a policy of that kind already, so none was added. Write a new version of it, or choose “Another policy”.',
  },
})

const titleFor = (asked: string | undefined): string | undefined =>
  kinds.filter(kind => kind !== 'other' && kind === asked).map(kind => policyKinds[kind])[0]
