import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { routes as sealing, UnlockFirst, unlockedFor } from '../../sealing/index.ts'
import { Button, Heading, Link, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { handover } from './routes.ts'
import { takeOver, toTakeOver } from './take-over.ts'

/** After two keyholders gave somebody the key of one who is gone: what it opens becomes theirs to read. */
export const takeOverScreen = screen({
  address: handover.takeOver,
  load: async reader => ({
    unlocked: await unlockedFor(reader),
    all: (await toTakeOver(reader)).length,
  }),
  fields: {},
  show: ({ thing: { unlocked, all } }) => ({
    title: 'Take over from somebody who is gone',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>Take over from somebody who is gone</Heading>
        {all === 0 ? (
          <Paragraph>
            There is nothing to take over. Where somebody is gone and could not hand over, two keyholders can
            give you what their key opened: <Link href={sealing.follow.to()}>ask them</Link>.
          </Paragraph>
        ) : (
          <>
            <Paragraph>
              {all === 1 ? 'One concern opens' : `${all} concerns open`} with the key that you were given.
              From then on you read {all === 1 ? 'it' : 'them'}, and the record says so.
            </Paragraph>
            {unlocked ? (
              <form method="post">
                <Button once>Take over</Button>
              </form>
            ) : (
              <UnlockFirst next={handover.takeOver.to()} />
            )}
          </>
        )}
      </>
    ),
  }),
  submit: async (writer, { unlocked }) => (unlocked ? takeOver(writer, unlocked) : refuse('locked')),
  done: () => routes.concerns.to(),
  told: count => (count === 1 ? 'You read one more from now on.' : `You read ${count} more from now on.`),
  refused: {
    locked: () => 'Your key is locked again. Unlock it, and take over then.',
    nothing: () => 'There is nothing left to take over.',
  },
})
