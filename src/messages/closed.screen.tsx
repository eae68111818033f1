import { routes as agreements } from '../agreements/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph } from '../ui/index.ts'
import { notAgreedIn } from './ended.tsx'
import type { ConversationRow } from './queries.ts'
import { routes } from './routes.ts'
import { turnTo, WhoToTurnTo } from './turn-to.tsx'

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

/** After somebody of a family wrote what could not go: it is kept, and here is whom to turn to now. */
export const familyKeptScreen = screen({
  address: routes.familyKept,
  load: async reader => turnTo(reader),
  show: ({ thing, actor }) => ({
    title: 'Your words are kept',
    plain: true,
    back: { href: routes.family.to(), text: 'Your messages' },
    body: (
      <>
        <Heading>Your words are kept</Heading>
        <Paragraph>
          {thing.designated.length > 0
            ? thing.designated.join(' or ')
            : `Somebody who answers for it at ${actor.place}`}{' '}
          will read them. They could not go to who you wrote to, and nobody else has seen them.
        </Paragraph>
        <Paragraph>If you need somebody now:</Paragraph>
        <WhoToTurnTo to={thing} child={actor.kind === 'child'} />
      </>
    ),
  }),
})
