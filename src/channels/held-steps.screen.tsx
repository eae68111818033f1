import { text, tidy } from '../kit/forms/index.ts'
import { OpenWords, openFields, openRefused, openTold, openWords } from '../messages/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  Find,
  Heading,
  Inset,
  Link,
  Paragraph,
  Radios,
  Subheading,
  Textarea,
  Warning,
} from '../ui/index.ts'
import { arrivalToDecide, arrivalToPlace, dangerToSeeTo } from './access.ts'
import { letThroughTo, placeKey, seeTo } from './decide.ts'
import { Facts, notPut } from './held.screen.tsx'
import { helpedWords } from './helped.ts'
import { routes } from './routes.ts'

/** Something held that may say that somebody is in danger: what whoever was told of it did about it. */
export const heldDangerScreen = screen({
  address: routes.danger,
  fields: { did: text({ max: 1000, called: 'What you did', required: 'Say what you did, or are doing' }) },
  loadOnRecord: async (writer, { arrival }) => {
    const found = await dangerToSeeTo(writer, arrival)
    return found && Object.assign(found, { help: await helpedWords(writer, { arrivalId: found.arrival.id }) })
  },
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Somebody may be in danger',
    back: { href: routes.arrival.to({ arrival: thing.arrival.id }), text: 'Who is this from?' },
    body: (
      <>
        <Heading>Somebody may be in danger</Heading>
        <Warning>If a child is in danger now, call 999. You do not need anybody’s permission.</Warning>
        <Inset>
          <span class="ly-lines">{thing.read.words || 'There are no words in it.'}</span>
        </Inset>
        <Facts {...thing} />
        <Paragraph>
          It is not sure who sent it or where it belongs, so nobody in a conversation has seen it.{' '}
          {thing.help ?? 'Whoever wrote it has not been shown whom to turn to.'} Call the family on the number
          you have; never answer to the address that it came from.
        </Paragraph>
        {thing.danger && (
          <form method="post" noValidate>
            <Subheading>What you did</Subheading>
            <Textarea
              name="did"
              label="What you did, or are doing"
              hint="For example: called the family, told the police. It is kept on the record. Then say whose words they are."
              rows={3}
              value={typed.did}
              error={errors.did}
            />
            <Button once>Save what I did</Button>
          </form>
        )}
        {!thing.danger && <Paragraph>Somebody has said what they did about it.</Paragraph>}
        <Paragraph>
          <Link href={routes.arrival.to({ arrival: thing.arrival.id })}>Say whose words they are</Link>
        </Paragraph>
      </>
    ),
  }),
  submit: (writer, thing, { did }) => seeTo(writer, thing, did),
  done: (_, { arrival }) => routes.arrival.to({ arrival: arrival.id }),
  told: () => 'It is kept. The duty is done for everybody who shared it. Now say whose words they are.',
  refused: {},
})

/** What is masked in something held: opened with a reason, on the record, for oneself. */
export const heldDetailsScreen = screen({
  address: routes.details,
  fields: openFields,
  loadOnRecord: (writer, { arrival }) => arrivalToDecide(writer, arrival),
  show: ({ thing, form }) => ({
    title: 'A personal detail in what is held',
    back: { href: routes.arrival.to({ arrival: thing.arrival.id }), text: 'Who is this from?' },
    body: (
      <>
        <Heading>A personal detail in what is held</Heading>
        <OpenWords read={thing.read} form={form} />
      </>
    ),
  }),
  submit: (writer, { arrival }, { reason }) => openWords(writer, { kind: 'arrival', id: arrival.id }, reason),
  done: (_, { arrival }) => routes.arrival.to({ arrival: arrival.id }),
  told: openTold,
  refused: openRefused,
})

/** Where something held belongs, when its conversation is not known or is another: chosen among those one answers for. */
export const heldPlaceScreen = screen({
  address: routes.place,
  fields: {
    place: text({ max: 80, called: 'Whose words they are', required: 'Choose whose words they are' }),
  },
  loadOnRecord: (writer, { arrival, query }) =>
    arrivalToPlace(writer, arrival, tidy(query.get('find') ?? '').slice(0, 100)),
  show: ({ thing: { arrival, read, places, find }, form }) => ({
    title: 'Whose words are these?',
    back: { href: routes.arrival.to({ arrival: arrival.id }), text: 'Who is this from?' },
    body: (
      <>
        <Heading>Whose words are these?</Heading>
        <Inset>
          <span class="ly-lines">{read.words || 'There are no words in it.'}</span>
        </Inset>
        <Find label="Find a child, a parent or a subject" value={find} />
        {places.length === 0 && (
          <Paragraph>
            {find
              ? `Nobody of a family in a conversation that you answer for has “${find}” in their name or its subject. Check the spelling. If you do not know whose words they are, set them aside.`
              : 'Find the conversation by a part of a name or of what it is about. Call the family first, on the number you have, if you are not sure.'}
          </Paragraph>
        )}
        {places.length > 0 && (
          <form method="post" noValidate>
            <Radios
              name="place"
              label="It goes into the conversation as their words"
              hint="Everybody in that conversation reads them. That you decided it is on the record."
              options={places.map(place => ({
                value: placeKey(place),
                text: `${place.name}, in “${place.subject}”`,
                hint: `With ${place.staff}${place.family ? `. Read by ${place.family} too` : ''}`,
              }))}
              value={form.typed.place}
              error={form.errors.place}
            />
            <Button once>Put it there</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: (writer, held, { place }) => letThroughTo(writer, held, place),
  done: () => routes.held.to(),
  told: () => 'It is in the conversation, as their words.',
  refused: notPut,
})
