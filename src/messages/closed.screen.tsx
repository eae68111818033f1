import { routes as agreements } from '../agreements/index.ts'
import { type OrganisationFacts, organisationFacts } from '../people/index.ts'
import type { PersonActor } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph } from '../ui/index.ts'
import { notAgreedIn } from './ended.tsx'
import type { ConversationRow } from './queries.ts'
import { routes } from './routes.ts'
import { TurnTo } from './turn-to.tsx'

/** Said to a family in a conversation that nobody has agreed to, or that somebody says no to. */
export const ClosedToFamily = (about: { readonly conversation: ConversationRow; readonly me: string }) => (
  <Inset>
    <strong>Closed for now.</strong>{' '}
    {notAgreedIn(about.conversation)
      .map(({ person_id, name }) =>
        person_id === about.me ? 'You or your family have' : `${name}’s family has`,
      )
      .join(', ')}{' '}
    not agreed to messages here, or said no to them, so nothing is sent.{' '}
    <Link href={agreements.family.to()}>How we may be in touch</Link>
  </Inset>
)

/** Whom somebody of a family can turn to now, with who looks after safety here and who works with them still. */
export const WhoElse = (about: { readonly facts: OrganisationFacts; readonly kind: PersonActor['kind'] }) => (
  <>
    <TurnTo {...about} />
    <Paragraph>
      {about.facts.designated.length > 0 &&
        `Who looks after safety here: ${about.facts.designated.map(({ name }) => name).join(' and ')}. `}
      You can also <Link href={routes.familyNew.to()}>write to whoever works with you now</Link>.
    </Paragraph>
  </>
)

/** After somebody of a family wrote what could not go: it is kept, and here is whom to turn to now. */
export const familyKeptScreen = screen({
  address: routes.familyKept,
  load: organisationFacts,
  show: ({ thing: facts, actor }) => ({
    title: 'Your words are kept',
    plain: true,
    back: { href: routes.family.to(), text: 'Your messages' },
    body: (
      <>
        <Heading>Your words are kept</Heading>
        <Paragraph>
          They could not go to who you wrote to, and nobody else has seen them. Somebody who answers for it at{' '}
          {actor.place} will read them, and say on the record what they did.
        </Paragraph>
        <Paragraph>If you need somebody now:</Paragraph>
        <WhoElse facts={facts} kind={actor.kind} />
      </>
    ),
  }),
})
