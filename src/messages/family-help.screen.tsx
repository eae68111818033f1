import { organisationFacts } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Paragraph, Subheading } from '../ui/index.ts'
import { conversationToWrite } from './access.ts'
import { routes } from './routes.ts'
import { TurnTo } from './turn-to.tsx'

/** What a child or a parent is shown at once when what they wrote may say that somebody is in danger. */
export const familyHelpScreen = screen({
  address: routes.familyHelp,
  load: async (reader, { conversation: id }) => {
    const found = await conversationToWrite(reader, id)
    return found && { conversation: found.conversation, facts: await organisationFacts(reader) }
  },
  show: ({ thing: { conversation, facts }, actor }) => ({
    title: 'Your message is sent. Help for you now',
    plain: true,
    back: {
      href: routes.familyConversation.to({ conversation: conversation.id }),
      text: conversation.subject,
    },
    body: (
      <>
        <Heading>Your message is sent</Heading>
        <Paragraph>
          Thank you for telling us. It was right to say it. Some of what you wrote made us think that you, or
          somebody else, may not be safe, or may be having a very hard time.
        </Paragraph>
        <Subheading>You can talk to somebody now</Subheading>
        <TurnTo facts={facts} kind={actor.kind} />
        <Subheading>What happens next</Subheading>
        <Paragraph>
          The person at {actor.place} whose job it is to keep people safe has been told that you wrote, and
          reads it as soon as they can. They may share it with somebody who can help. They do not promise to
          keep it secret, because they want you to be safe.
        </Paragraph>
        <Paragraph>
          {actor.kind === 'child'
            ? 'You are not in trouble. If we have understood it wrongly, that is fine: you need not do anything.'
            : 'If we have understood it wrongly, you need not do anything.'}
        </Paragraph>
        <ButtonLink
          href={`${routes.familyConversation.to({ conversation: conversation.id })}#newest`}
          kind="secondary"
        >
          Back to the conversation
        </ButtonLink>
      </>
    ),
  }),
})
