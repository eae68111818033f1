import { inFull } from '../kit/clock.ts'
import { text } from '../kit/forms/index.ts'
import { maySupervise } from '../messages/index.ts'
import type { PersonActor } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  Details,
  Heading,
  Inset,
  Link,
  Paragraph,
  Radios,
  SummaryList,
  Warning,
} from '../ui/index.ts'
import { arrivalToDecide, type HeldHere, heldFor } from './access.ts'
import { letThrough, setAside } from './decide.ts'
import { routes } from './routes.ts'
import { channels, type WhyHeld, whyHeld } from './rules.ts'

const aside = 'aside'
const because = (reason: string | null): string => whyHeld[reason as WhyHeld] ?? ''

/** What came by email or text and waits until a person has looked who it is from. */
export const heldScreen = screen({
  address: routes.held,
  load: async reader => ({ held: await heldFor(reader) }),
  show: ({ thing: { held } }) => ({
    title: 'Held until you have looked',
    back: { href: '/duties', text: 'My duties' },
    body: (
      <>
        <Heading>Held until you have looked</Heading>
        <Paragraph>
          These came by email or text, and it is not sure who sent them, or where they belong. Nobody in the
          conversation sees them until somebody decides.
        </Paragraph>
        {held.length === 0 && <Paragraph>Nothing is held.</Paragraph>}
        {held.length > 0 && (
          <ul class="ly-list">
            {held.map(one => (
              <li key={one.id}>
                <Link href={routes.arrival.to({ arrival: one.id })}>
                  Came {channels[one.channel].by}, {inFull(one.received_at)}
                </Link>
                <span class="ly-list__aside">{because(one.reason)}</span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }),
})

/** Why something held could not be put in a conversation. */
export const notPut = {
  'not-there': () =>
    'They are no longer in that conversation, so it was not put there. It is held still. Choose again, or set it aside.',
  cannot: () =>
    'It cannot be put in the conversation as things stand there: perhaps the second adult is missing, or the conversation has ended. It is held still. Open the conversation and see to that first.',
}

/** One of them: its words, why it is held, and what becomes of it. That it was looked at is on the record. */
export const arrivalScreen = screen({
  address: routes.arrival,
  fields: { as: text({ max: 40, called: 'What becomes of it', required: 'Choose what becomes of it' }) },
  loadOnRecord: (writer, { arrival }) => arrivalToDecide(writer, arrival),
  show: ({ thing, form, actor }) => ({
    title: 'Who is this from?',
    back: { href: routes.held.to(), text: 'Held until you have looked' },
    body: (
      <>
        <Heading>Who is this from?</Heading>
        {thing.danger && <DangerInIt {...thing} />}
        <Paragraph>{because(thing.arrival.reason)}</Paragraph>
        <Inset>
          <span class="ly-lines">{thing.read.words || 'There are no words in it.'}</span>
        </Inset>
        {thing.whole !== null && (
          <Details summary="Show the whole of it, as it came">
            <p class="govuk-body ly-lines">{thing.whole}</p>
          </Details>
        )}
        {thing.read.masked && answersForOthers(actor) && (
          <Paragraph>
            A personal detail in it is masked.{' '}
            <Link href={routes.details.to({ arrival: thing.arrival.id })}>See what is masked</Link>
          </Paragraph>
        )}
        <Facts {...thing} />
        <form method="post" noValidate>
          <Radios
            name="as"
            label="What becomes of it"
            hint="Call the family on the number you have, if you are not sure. Never answer to the address that it came from."
            options={[
              ...thing.from.map(({ id, name }) => ({
                value: id,
                text: `It is from ${name}`,
                hint: 'It goes into the conversation as their words.',
              })),
              {
                value: aside,
                text: 'Set it aside',
                hint: 'Nobody else reads it. Its words are kept no longer; that it came is.',
              },
            ]}
            value={form.typed.as}
            error={form.errors.as}
          />
          <Button once>Go on</Button>
        </form>
        {answersForOthers(actor) && (
          <Paragraph>
            <Link href={routes.place.to({ arrival: thing.arrival.id })}>
              {thing.conversation
                ? 'It belongs in another conversation'
                : 'Choose whose words they are, and where they belong'}
            </Link>
          </Paragraph>
        )}
        <Paragraph>That you have read it is on the record.</Paragraph>
      </>
    ),
  }),
  submit: async (writer, held, { as }) =>
    as === aside ? setAside(writer, held) : letThrough(writer, held, as),
  done: () => routes.held.to(),
  told: (done, { from }, { as }) =>
    as === aside
      ? 'It is set aside.'
      : `It is in the conversation as ${from.find(({ id }) => id === done.person_id)?.name ?? 'their'}’s words.`,
  refused: {
    ...notPut,
    danger: () =>
      'It was not set aside: it may say that somebody is in danger. A designated person says first what was done about it.',
  },
})

const answersForOthers = ({ roles }: PersonActor): boolean => maySupervise.some(role => roles.includes(role))

const DangerInIt = ({ arrival, seesTo }: HeldHere) => (
  <>
    <Warning>
      Somebody may be in danger. If a child is in danger now, call 999. You do not need anybody’s permission.
    </Warning>
    <Paragraph>
      The designated persons have been told.{' '}
      {seesTo && <Link href={routes.danger.to({ arrival: arrival.id })}>Say what was done about it</Link>}
    </Paragraph>
  </>
)

export const Facts = ({ arrival, conversation }: HeldHere) => (
  <SummaryList
    rows={[
      { key: 'Came', value: `${channels[arrival.channel].by}, ${inFull(arrival.received_at)}` },
      { key: 'From', value: arrival.from_address || 'No sender is given' },
      { key: 'Conversation', value: conversation?.subject ?? 'None that is known' },
    ]}
  />
)
