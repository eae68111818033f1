import { routes as duties, owes } from '../../duties/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, List, Paragraph } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { selectHandover } from '../person/queries.ts'
import { selectPerson } from '../queries.ts'
import { routes } from '../routes.ts'
import { inWords } from './holding.ts'
import { takeOver } from './take-over.ts'

/** What a leaver handed to the acting person, until they say that they have taken it up. Nobody else's business. */
export const takeOverScreen = ({ holdings }: Above) =>
  screen({
    address: routes.takenOver,
    fields: {},
    load: async (reader, { person }) => {
      const id = idFrom<'person'>(person)
      const { db, actor } = reader
      if (!id || !(await owes(reader, { kind: 'take-over', person: actor.personId, aboutId: id })))
        return undefined
      const [leaver, handover] = [
        await selectPerson(db, actor.agencyId, id),
        await selectHandover(db, actor.agencyId, id),
      ]
      return leaver && { leaver, mine: handover?.went.filter(({ to_id }) => to_id === actor.personId) ?? [] }
    },
    show: ({ thing: { leaver, mine } }) => ({
      title: `Take over from ${leaver.name}`,
      back: { href: duties.duties.to(), text: 'My duties' },
      body: (
        <>
          <Heading>Take over from {leaver.name}</Heading>
          <Paragraph>{leaver.name} has left, and this is yours now:</Paragraph>
          <List
            items={mine.map(({ kind, count }) =>
              inWords(holdings.find(one => one.kind === kind) ?? { words: [kind, kind] }, count),
            )}
          />
          <Paragraph>
            Look at each. Tell the children and families that they have you now, in a conversation here.
          </Paragraph>
          <form method="post">
            <Button once>I have taken it over</Button>
          </form>
        </>
      ),
    }),
    submit: (writer, { leaver }) => takeOver(writer, leaver.id),
    done: () => duties.duties.to(),
    told: (_, { leaver }) => `You have taken over from ${leaver.name}.`,
    refused: {},
  })
