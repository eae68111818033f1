import type { Content } from '../screens/index.ts'
import { ButtonLink, Heading, Paragraph } from '../ui/index.ts'
import { routes } from './routes.ts'

/** For somebody who is who they say, and belongs to no organisation here: never invited, or left. */
export const noPlaceHere: Content = {
  title: 'You are not a member of an organisation here',
  body: (
    <>
      <Heading>You are not a member of an organisation here</Heading>
      <Paragraph>
        We know who you are, but nobody here has invited you at that email address, or you have left. Ask the
        administrator of your organisation to invite you at the address that you sign in with.
      </Paragraph>
      <ButtonLink href={routes.signIn.to()}>Sign in another way</ButtonLink>
    </>
  ),
}
