import { Fragment } from 'preact'
import { maybeText } from '../../kit/forms/index.ts'
import type { PersonActor, PersonId, Reader } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Details, Heading, Inset, List, Paragraph, Select } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import { routes } from '../routes.ts'
import { roleWords } from '../rules.ts'
import { type Chosen, type Held, type Holding, inWords } from './holding.ts'
import { leaveAgency, type Takers, takersOf } from './leave-agency.ts'

const fieldOf = (kind: string) => `to-${kind}`

/** Everything somebody has, and for each kind of it who could take it. */
async function whatThereIs(reader: Reader<PersonActor>, from: PersonId, holdings: readonly Holding[]) {
  const all = await Promise.all(
    holdings.map(async holding => ({
      holding,
      held: await holding.heldBy(reader, from),
      takers: holding.roles === 'asked-anew' ? [] : await takersOf(reader, holding, from),
    })),
  )
  return all.filter(({ held }) => held.length > 0)
}

/** Lets somebody leave: who takes over each thing that is theirs, and then it is done at once. */
export const leavingScreen = ({ holdings }: Above) =>
  screen({
    address: routes.leaving,
    fields: Object.fromEntries(
      holdings.map(({ kind }) => [fieldOf(kind), maybeText({ max: 36, called: 'Your choice' })]),
    ),
    load: async (reader, { person }) => {
      const found = await personTo(reader, person, 'let-leave')
      return found && { found, parts: await whatThereIs(reader, found.person.id, holdings) }
    },
    show: ({ thing: { found, parts }, form, actor }) => {
      const { person } = found
      const oneself = person.id === actor.personId
      const title = oneself ? 'You are leaving' : `${person.name} is leaving`
      return {
        title,
        back: { href: routes.person.to({ person: person.id }), text: person.name },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>
              When you press the button, {oneself ? 'you are' : `${person.name} is`} signed out on every
              device within a second, every role ends, and nothing here opens again. What was written and
              signed stays on the record.
            </Paragraph>
            {parts.length === 0 && <Inset>Nothing is theirs that another must take over.</Inset>}
            <form method="post" noValidate>
              {parts.map(({ holding, held, takers }) => (
                <Fragment key={holding.kind}>
                  {holding.roles === 'asked-anew' ? (
                    <Paragraph>
                      {inWords(holding, held.length)}: each goes to whom it would be given today.
                    </Paragraph>
                  ) : (
                    <Taker
                      holding={holding}
                      count={held.length}
                      takers={takers}
                      chosen={form.typed[fieldOf(holding.kind)]}
                    />
                  )}
                  <HeldList held={held} />
                </Fragment>
              ))}
              <Button kind="warning" once>
                {oneself ? 'Leave now' : `${person.name} has left`}
              </Button>
            </form>
          </>
        ),
      }
    },
    submit: (writer, { found, parts }, values) =>
      leaveAgency(writer, found, holdings, chosenOf(parts, values)),
    done: person => routes.person.to({ person }),
    told: (_, { found }) => `${found.person.name} has left. Nothing here opens to them any more.`,
    refused: {
      'last-of-role': ({ facts }) =>
        `${facts.name} cannot leave yet: they are the only ${roleWords[facts.role].toLowerCase()} here. Give somebody else that role first, on their own page.`,
      'nobody-chosen': ({ facts }) =>
        `Nobody has left yet: the ${many(facts)} would be nobody’s. Choose who takes over.`,
      'cannot-take': ({ facts }) =>
        `Nobody has left yet: the person you chose can no longer take over the ${many(facts)}. Choose somebody else.`,
      'opens-to-nobody': ({ facts }) =>
        `${facts.name} cannot leave yet: what is sealed to their key would open to nobody. They unlock their key and hand over first, under “Concerns”. If they cannot, end their roles now, and nothing opens to them; whoever follows them then asks two keyholders.`,
      circle: ({ facts }) =>
        `Nobody has left yet: the person you chose answers to ${facts.manager}, who would then answer to them. Choose somebody else to take over the people who answer to the leaver.`,
      'no-second-adult': ({ facts }) =>
        `Nobody has left yet: a child would be alone with one adult in “${facts.conversation}”. Say first, on the page of the person who takes the conversations over, who they answer to, or give somebody the role of designated person.`,
    },
  })

type Part = Awaited<ReturnType<typeof whatThereIs>>[number]

/** Only those who were offered: what the page sent is looked up among them. */
const chosenOf = (parts: readonly Part[], values: Readonly<Record<string, string | undefined>>): Takers =>
  Object.fromEntries(
    parts.map(({ holding, takers }) => [
      holding.kind,
      takers.find(({ id }) => id === values[fieldOf(holding.kind)])?.id,
    ]),
  )

interface ToChoose {
  readonly holding: Chosen
  readonly count: number
  readonly takers: Part['takers']
  readonly chosen: string | undefined
}

const Taker = ({ holding, count, takers, chosen }: ToChoose) => (
  <Select
    name={fieldOf(holding.kind)}
    label={`Who takes over ${inWords(holding, count)}`}
    hint={
      takers.length === 0
        ? `Nobody here can. It must be a ${holding.roles.map(role => roleWords[role].toLowerCase()).join(', ')}: invite somebody, or give somebody that role, first.`
        : undefined
    }
    options={[
      { value: '', text: 'Choose' },
      ...takers.map(({ id, name, roles }) => ({
        value: id,
        text: `${name}, ${roles.map(role => roleWords[role].toLowerCase()).join(', ')}`,
      })),
    ]}
    value={chosen}
  />
)

const HeldList = ({ held }: { readonly held: readonly Held[] }) => (
  <Details summary={`See ${held.length === 1 ? 'it' : 'them'}`}>
    <List items={held.slice(0, 200).map(({ name }) => name)} />
    {held.length > 200 && <Paragraph>And {held.length - 200} more.</Paragraph>}
  </Details>
)

const many = ({ words: [, plural] }: Chosen) => plural
