import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import { routes } from '../routes.ts'
import { endLinks } from './end-links.ts'

export const endLinksScreen = ({ linksEnded }: Above) =>
  screen({
    address: routes.endLinks,
    fields: {},
    load: (reader, { person }) => personTo(reader, person, 'end-links'),
    show: ({ thing: { person } }) => ({
      title: `End the links of ${person.name}`,
      back: { href: routes.person.to({ person: person.id }), text: person.name },
      body: (
        <>
          <Heading>End the links of {person.name}</Heading>
          <Paragraph>
            For a lost phone, or an email account that somebody else can read. Every link that {person.name}{' '}
            was sent stops working, and what is open closes within a second. The next message to them brings a
            new link, to the address that is entered here.
          </Paragraph>
          <form method="post">
            <Button kind="warning" once>
              End the links
            </Button>
          </form>
        </>
      ),
    }),
    submit: async (writer, found) => {
      await linksEnded(writer, found.person.id)
      return endLinks(writer, found)
    },
    done: person => routes.person.to({ person }),
    told: (_, { person }) => `No link that ${person.name} was sent opens anything any more.`,
    refused: {},
  })
