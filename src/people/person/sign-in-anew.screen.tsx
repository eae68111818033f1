import { screen } from '../../screens/index.ts'
import { Button, Heading, List, Paragraph, Warning } from '../../ui/index.ts'
import { personTo } from '../access.ts'
import { routes } from '../routes.ts'
import { letSignInAnew } from './sign-in-anew.ts'

/** For somebody who has lost what they sign in with. */
export const signInAnewScreen = screen({
  address: routes.signInAnew,
  fields: {},
  load: async (reader, { person }) => {
    const found = await personTo(reader, person, 'sign-in-anew')
    return found?.person.login_id ? found : undefined
  },
  show: ({ thing: { person } }) => ({
    title: `Let ${person.name} set up their sign-in again`,
    back: { href: routes.person.to({ person: person.id }), text: person.name },
    body: (
      <>
        <Heading>Let {person.name} set up their sign-in again</Heading>
        <Paragraph>Do this when they have lost their phone, their passkey or their codes.</Paragraph>
        <List
          items={[
            'They are signed out everywhere at once.',
            'Their password, authenticator app and passkeys stop working.',
            `A new invitation goes to ${person.email}. It is good for a week.`,
            'What they have signed and what they do here stay as they are.',
          ]}
        />
        <Warning>
          Speak to them first, in person or on a number you know. Somebody who wants to be them would ask for
          this.
        </Warning>
        <form method="post">
          <Button once>Send a new invitation</Button>
        </form>
      </>
    ),
  }),
  submit: letSignInAnew,
  done: person => routes.person.to({ person }),
  refused: {},
})
