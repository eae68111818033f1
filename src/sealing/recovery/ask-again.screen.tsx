import { refuse } from '../../kit/proof.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph } from '../../ui/index.ts'
import { ownKey } from '../access.ts'
import { routes } from '../routes.ts'
import { askBack } from './lose-key.ts'
import { selectLost, selectOpenRecoveryFor } from './queries.ts'

/** What the acting person lost and has not been given back; and whether it is asked for already. */
export async function lostBefore(reader: Reader<PersonActor>) {
  const { db, actor } = reader
  const keeping = await ownKey(reader)
  if (!keeping?.key) return undefined
  const [lostId, open] = await Promise.all([
    selectLost(db, actor),
    selectOpenRecoveryFor(db, actor.agencyId, actor.personId),
  ])
  return { key: keeping.key, lostId, open }
}

/** Asks the keyholders once more: nobody came to it, it was stopped, or there are others now. */
export const askAgainScreen = screen({
  address: routes.askAgain,
  fields: {},
  load: lostBefore,
  show: () => ({
    title: 'Ask the keyholders again',
    back: { href: routes.key.to(), text: 'Your key' },
    body: (
      <>
        <Heading>Ask the keyholders again</Heading>
        <Paragraph>
          They are asked to give you back what your lost key opened. Tell two of them yourself: they want to
          speak to you first.
        </Paragraph>
        <form method="post">
          <Button once>Ask them</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, { key, lostId }) => {
    const asked = lostId && (await askBack(writer, lostId, key.id))
    return asked || refuse('cannot')
  },
  done: () => routes.key.to(),
  told: () => 'The keyholders are asked.',
  refused: {
    cannot: () =>
      'There is nothing that two keyholders could give back to you now. Ask a senior manager whether keyholders are named.',
  },
})
