import { choice } from '../../kit/forms/index.ts'
import { type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Paragraph, Radios } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { ownWay, type PersonHere, personTo } from '../access.ts'
import type { PersonTable } from '../queries.ts'
import { routes } from '../routes.ts'
import { changeWay } from './change-way.ts'
import { allWays, type Way, ways, waysOffered } from './ways.ts'

const fields = { way: choice(allWays, 'Choose one') }
const refused = {
  stopped: () =>
    'Texts cannot be chosen yet: STOP was texted from this number, so none may go to it. Text START from it to the number our texts came from; they begin again by that. Nothing was changed.',
  'not-offered': () =>
    'That cannot be chosen now: what it needs is not entered, or not connected here. Nothing was changed. Choose another.',
}

/** Changes it, unless it is to texts and somebody with their number has asked for none: every one of them would fail. */
const chooserOf =
  ({ ways: here, textsStopped }: Above) =>
  async (
    writer: Writer<PersonActor>,
    found: Permitted<'change-way', Pick<PersonHere, 'person'>>,
    way: Way,
  ): Promise<Change<PersonId, Refused<'stopped'> | Refused<'not-offered'>>> => {
    const { phone } = found.person
    if (way === 'text' && phone && (await textsStopped(writer, phone))) return refuse('stopped')
    return changeWay(writer, found, way, here)
  }

/** How somebody of a family is reached, chosen for them by an administrator. */
export const wayScreen = (above: Above) => {
  const { ways: here } = above
  const choose = chooserOf(above)
  return screen({
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
    submit: (writer, found, { way }) => choose(writer, found, way),
    done: person => routes.person.to({ person }),
    told: (_, { person }, { way }) =>
      `${person.name} is reached from now on by: ${ways[way].text.toLowerCase()}.`,
    refused,
  })
}

/** The same, chosen by themselves. */
export const familyWayScreen = (above: Above) => {
  const { ways: here } = above
  const choose = chooserOf(above)
  return screen({
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
    submit: (writer, found, { way }) => choose(writer, found, way),
    done: () => '/family',
    told: (_, __, { way }) => `We reach you from now on by: ${ways[way].text.toLowerCase()}.`,
    refused,
  })
}

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
