import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Inset, Link, Paragraph, Tag } from '../ui/index.ts'
import { type PolicyRow, selectPolicies } from './queries.ts'
import { routes } from './routes.ts'
import { mayPublish, signingState, signingWords } from './rules.ts'

/** The agency's policies, and where the person stands with each. */
export const policiesScreen = screen({
  address: routes.policies,
  load: async ({ db, actor }) => ({ shelf: await selectPolicies(db, actor.agencyId, actor.personId) }),
  show: ({ thing: { shelf }, actor }) => {
    const publisher = mayPublish.some(role => actor.roles.includes(role))
    return {
      title: 'Policies',
      body: (
        <>
          <Heading>Policies</Heading>
          {!shelf.some(policy => policy.kind === 'acceptable-use' && policy.number) && (
            <Inset>
              {actor.place} has not published its acceptable use policy yet, so nothing else opens. Ask your
              administrator when it will be.
            </Inset>
          )}
          <ul class="ly-list">
            {shelf.map(policy => (
              <li key={policy.id}>
                <Title policy={policy} publisher={publisher} /> <Standing policy={policy} />
                <span class="ly-list__aside">
                  {policy.number && policy.published_at
                    ? `Version ${policy.number}, from ${inDays(policy.published_at)}`
                    : 'Not published yet'}
                </span>
              </li>
            ))}
          </ul>
          {publisher && (
            <>
              <ButtonLink href={routes.register.to()}>The register of policies</ButtonLink>
              <Paragraph>
                You write a new version from a policy’s own page. A second person approves it.
              </Paragraph>
            </>
          )}
        </>
      ),
    }
  },
})

/** What is not published yet leads somewhere only for those who can write it. */
function Title({ policy, publisher }: { policy: PolicyRow; publisher: boolean }) {
  const to = { policy: policy.id }
  if (policy.number) return <Link href={routes.policy.to(to)}>{policy.title}</Link>
  return publisher ? <Link href={routes.draft.to(to)}>{policy.title}</Link> : policy.title
}

function Standing({ policy }: { policy: PolicyRow }) {
  if (!policy.number) return null
  const state = signingState({
    newest: policy.number,
    required: policy.required_number ?? policy.number,
    signed: policy.signed_number,
  })
  return (
    <Tag colour={state === 'signed' || state === 'newer-to-read' ? 'green' : 'orange'}>
      {signingWords[state]}
    </Tag>
  )
}
