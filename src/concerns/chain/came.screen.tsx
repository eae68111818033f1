import { inFull } from '../../kit/clock.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { letterThatCame } from './access.ts'
import { letterCame } from './letter-came.ts'

/** Where the link in a test letter leads. A mail scanner that opens it says nothing by that. */
export const cameScreen = screen({
  address: routes.letterCame,
  fields: {},
  load: (reader, at) => letterThatCame(reader, at.letter),
  show: ({ thing }) => ({
    title: 'The test letter came',
    body: (
      <>
        <Heading>The test letter came</Heading>
        <Paragraph>
          It was sent at {inFull(thing.sent_at)}. If somebody is worried about a child, you hear of it in the
          same way.
        </Paragraph>
        <form method="post" noValidate>
          <Button once>Say that it came</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, letter) => letterCame(writer, letter),
  done: () => routes.chain.to(),
  told: () => 'Thank you: letters reach you.',
  refused: {},
})
