import { organisationFacts } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Paragraph } from '../ui/index.ts'
import { conversationToWrite } from './access.ts'
import { HelpWords } from './help-words.tsx'
import { routes } from './routes.ts'

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
        <HelpWords facts={facts} actor={actor} />
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

/** The same where their words could not go to whom they wrote to: they are kept, and heard of all the same. */
export const familyKeptHelpScreen = screen({
  address: routes.familyKeptHelp,
  load: organisationFacts,
  show: ({ thing: facts, actor }) => ({
    title: 'Your words are kept. Help for you now',
    plain: true,
    back: { href: routes.family.to(), text: 'Your messages' },
    body: (
      <>
        <Heading>Your words are kept</Heading>
        <Paragraph>They could not go to who you wrote to, and are not lost.</Paragraph>
        <HelpWords facts={facts} actor={actor} />
        <ButtonLink href={routes.family.to()} kind="secondary">
          Back to your messages
        </ButtonLink>
      </>
    ),
  }),
})
