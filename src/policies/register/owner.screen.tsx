import { screen } from '../../screens/index.ts'
import { Button, Heading } from '../../ui/index.ts'
import { policyToOwn } from '../access.ts'
import { routes } from '../routes.ts'
import { OwnerSelect, ownerField, ownerRefused, owners, ReviewDayInput, reviewDayField } from './fields.tsx'
import { ownPolicy } from './own-policy.ts'
import { selectOwner } from './queries.ts'

/** Who owns a policy, and by when it is reviewed. */
export const ownerScreen = screen({
  address: routes.owner,
  fields: { owner: ownerField, review: reviewDayField },
  load: async (reader, { policy }) => {
    const found = await policyToOwn(reader, policy)
    if (!found) return undefined
    const [people, standing] = await Promise.all([
      owners(reader),
      selectOwner(reader.db, reader.actor.agencyId, found.policy.id),
    ])
    return { found, people, standing }
  },
  show: ({ thing: { found, people, standing }, form }) => ({
    title: `Owner and review date: ${found.policy.title}`,
    back: { href: routes.register.to(), text: 'The register of policies' },
    body: (
      <>
        <Heading>Owner and review date: {found.policy.title}</Heading>
        <form method="post" noValidate>
          <OwnerSelect
            people={people}
            value={form.typed.owner ?? standing?.owner_id}
            error={form.errors.owner}
          />
          <ReviewDayInput value={form.typed.review ?? standing?.review_on} error={form.errors.review} />
          <Button once>Keep</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { found }, { owner, review }) =>
    ownPolicy(writer, found, { owner_id: owner, review_on: review }),
  done: () => routes.register.to(),
  refused: ownerRefused,
})
