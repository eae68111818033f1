import { choice } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph, Radios } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { ownWay, personTo } from '../access.ts'
import type { PersonTable } from '../queries.ts'
import { routes } from '../routes.ts'
import { changeWay } from './change-way.ts'
import { allWays, type Way, ways, waysOffered } from './ways.ts'

const fields = { way: choice(allWays, 'Choose one') }
const refused = {
  'not-offered': () =>
    'That cannot be chosen now: what it needs is not entered, or not connected here. Nothing was changed. Choose another.',
}

/** How somebody of a family is reached, chosen for them by an administrator. */
export const wayScreen = ({ ways: here }: Above) =>
  screen({
    address: routes.way,
    fields,
    load: (reader, { person }) => personTo(reader, person, 'change-way'),
    show: ({ thing: { person }, form }) => {
      const title = `How ${person.name} is reached`
      return {
        title,
        back: { href: routes.person.to({ person: person.id }), text: person.name },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>
              Whatever is chosen, staff write on the page here and see the person, not the address. Ask the
              family first: an inbox or a phone is often shared.
            </Paragraph>
            <Ways person={person} here={here} told="hint" chosen={form.typed.way} error={form.errors.way} />
          </>
        ),
      }
    },
    submit: (writer, found, { way }) => changeWay(writer, found, way, here),
    done: person => routes.person.to({ person }),
    told: (_, { person }, { way }) =>
      `${person.name} is reached from now on by: ${ways[way].text.toLowerCase()}.`,
    refused,
  })

/** The same, chosen by themselves. */
export const familyWayScreen = ({ ways: here }: Above) =>
  screen({
    address: routes.familyWay,
    fields,
    load: ownWay,
    show: ({ thing: { person }, form, actor }) => ({
      title: 'How we reach you',
      plain: true,
      back: { href: '/family', text: 'Your messages' },
      body: (
        <>
          <Heading>How we reach you</Heading>
          <Paragraph>When somebody at {actor.place} writes to you, how should it come?</Paragraph>
          <Ways person={person} here={here} told="family" chosen={form.typed.way} error={form.errors.way} />
        </>
      ),
    }),
    submit: (writer, found, { way }) => changeWay(writer, found, way, here),
    done: () => '/family',
    told: (_, __, { way }) => `We reach you from now on by: ${ways[way].text.toLowerCase()}.`,
    refused,
  })

function Ways(about: {
  readonly person: PersonTable
  readonly here: readonly Way[]
  readonly told: 'hint' | 'family'
  readonly chosen: string | undefined
  readonly error: string | undefined
}) {
  const { person, here, told, chosen, error } = about
  return (
    <form method="post" noValidate>
      <Radios
        name="way"
        label="Reached by"
        options={waysOffered(here, person).map(way => ({
          value: way,
          text: ways[way].text,
          hint: ways[way][told],
        }))}
        value={chosen ?? person.way}
        error={error}
      />
      <Button once>Save</Button>
    </form>
  )
}
