import { inDays } from '../kit/clock.ts'
import type { PersonActor } from '../records/index.ts'
import { type Opens, opensToOneOf, screen } from '../screens/index.ts'
import { ButtonLink, Heading, Inset, Link, Paragraph, Subheading, Tag } from '../ui/index.ts'
import { type PolicyRow, selectPolicies } from './queries.ts'
import { routes } from './routes.ts'
import { mayPublish, mayWrite, signingState, signingWords } from './rules.ts'

/** Where what a policy asks for is done: shown to those to whom its address opens. */
export interface Beside {
  readonly words: string
  readonly says: string
  readonly href: string
  readonly opens: Opens
}

/** The agency's policies, where the person stands with each, and what stands `beside` them in the rooms above. */
export const policiesScreen = (beside: readonly Beside[]) =>
  screen({
    address: routes.policies,
    load: async ({ db, actor }) => ({ shelf: await selectPolicies(db, actor.agencyId, actor.personId) }),
    show: ({ thing: { shelf }, actor }) => {
      const inForce = shelf.find(policy => policy.kind === 'acceptable-use' && policy.number)
      return {
        title: 'Policies',
        body: (
          <>
            <Heading>Policies</Heading>
            {!inForce && (
              <Inset>
                {actor.place} has not published its acceptable use policy yet, so nothing else opens. Ask your
                administrator when it will be.
              </Inset>
            )}
            <ul class="ly-list">
              {shelf.map(policy => (
                <li key={policy.id}>
                  <Row policy={policy} writer={mayWrite.some(role => actor.roles.includes(role))} />
                </li>
              ))}
            </ul>
            {mayPublish.some(role => actor.roles.includes(role)) && (
              <>
                <ButtonLink href={routes.register.to()}>The register of policies</ButtonLink>
                <Paragraph>
                  You write a new version from a policy’s own page. A second person approves it.
                </Paragraph>
              </>
            )}
            {inForce && mayGoOn(inForce) && <WhatStandsBeside beside={beside} actor={actor} />}
          </>
        ),
      }
    },
  })

/** Before the acceptable use policy is signed nothing else opens, so nobody is led on. */
const mayGoOn = ({ signed_number, required_number }: PolicyRow): boolean =>
  signed_number !== null && signed_number >= (required_number ?? 0)

/** A policy on the shelf. What is not published yet leads somewhere only for those who can write it. */
function Row({ policy, writer }: { policy: PolicyRow; writer: boolean }) {
  const to = { policy: policy.id }
  if (policy.number && policy.published_at)
    return (
      <>
        <Link href={routes.policy.to(to)}>{policy.title}</Link> <Standing policy={policy} />
        <span class="ly-list__aside">
          Version {policy.number}, from {inDays(policy.published_at)}
        </span>
      </>
    )
  return (
    <>
      {writer ? <Link href={routes.draft.to(to)}>{policy.title}</Link> : policy.title}
      <span class="ly-list__aside">
        Not published yet{writer && '. Begin its first version here, or go on with it'}
      </span>
    </>
  )
}

function WhatStandsBeside({ beside, actor }: { beside: readonly Beside[]; actor: PersonActor }) {
  return (
    <>
      <Subheading>What goes with them</Subheading>
      <ul class="ly-list">
        {beside
          .filter(({ opens }) => opensToOneOf(opens, actor.roles))
          .map(({ words, says, href }) => (
            <li key={href}>
              <Link href={href}>{words}</Link>
              <span class="ly-list__aside">{says}</span>
            </li>
          ))}
      </ul>
    </>
  )
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
