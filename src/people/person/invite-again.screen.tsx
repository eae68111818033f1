import { Already } from '../../kit/proof.ts'
import { record } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph } from '../../ui/index.ts'
import { personTo } from '../access.ts'
import { sendInvitation } from '../invite.ts'
import { routes } from '../routes.ts'

/** Sends somebody who has not joined a fresh invitation. The one before it ends. */
export const inviteAgainScreen = screen({
  address: routes.inviteAgain,
  fields: {},
  load: async (reader, { person }) => {
    const found = await personTo(reader, person, 'invite-again')
    return found?.person.login_id === null ? found : undefined
  },
  show: ({ thing: { person } }) => ({
    title: `Send ${person.name} the invitation again`,
    back: { href: routes.person.to({ person: person.id }), text: person.name },
    body: (
      <>
        <Heading>Send {person.name} the invitation again</Heading>
        <Paragraph>
          They get a new link at {person.email}, good for a week. The link they had stops working.
        </Paragraph>
        <form method="post">
          <Button once>Send it again</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, { person }) => {
    if (person.login_id) return new Already(person.id)
    await sendInvitation(writer, person.id)
    return (
      await record(writer, {
        event: 'invitation.sent',
        about: [{ kind: 'person', id: person.id }],
        cites: [],
        content: { person: person.id },
      })
    ).with(person.id)
  },
  done: person => routes.person.to({ person }),
  told: (_, { person }) => `${person.name} has been sent a new link, to ${person.email}.`,
  refused: {},
})
