import { randomUUID } from 'node:crypto'
import { choice, hidden, text } from '../../../kit/forms/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { inVault } from '../../../records/index.ts'
import { Button, Heading, Hidden, Inset, Radios, Textarea } from '../../../ui/index.ts'
import { concernHere } from '../../access.ts'
import { routes } from '../../routes.ts'
import { screenWithKey } from '../../with-key.tsx'
import { work } from '../routes.ts'
import { write } from '../write-and-step.ts'
import { Drawing } from './figure.tsx'
import { bodyText, numberOf, place, placeIds, type Side, sideOf, sides } from './places.ts'

/** Writes down an injury that somebody saw or was told of, at its place. */
export const bodyScreen = screenWithKey({
  address: work.body,
  fields: {
    place: choice(placeIds, 'Choose the place'),
    words: text({
      max: 5000,
      called: 'What was seen',
      required: 'Say what was seen, or what the child said',
    }),
    key: hidden(idFrom<'draft'>),
  },
  load: (reader, at) => concernHere(reader, at.concern),
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Mark a place on the body',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <div class="ly-wide">
        <Heading>Mark a place on the body</Heading>
        <Inset>
          What was seen without undressing a child, or what they said. Take no picture. An injury that needs a
          doctor comes first.
        </Inset>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <div class="ly-body-choice">
            <div class="ly-bodies">
              <Drawing side="front" marked={[]} every={placeIds} />
              <Drawing side="back" marked={[]} every={placeIds} />
            </div>
            <Radios
              name="place"
              label="Which place? Left and right are the child’s own"
              value={typed.place}
              error={errors.place}
              options={(Object.keys(sides) as Side[]).flatMap(side => [
                { group: sides[side] },
                ...placeIds
                  .filter(id => sideOf(id) === side)
                  .map(id => ({ value: id, text: `${numberOf(id)}: ${place(id).says}` })),
              ])}
            />
          </div>
          <Textarea
            name="words"
            label="What was seen there, or what did the child say?"
            hint="Its kind, size, colour and shape; who saw it and when; the child’s own words."
            rows={4}
            value={typed.words}
            error={errors.words}
          />
          <Button once>Keep this</Button>
        </form>
      </div>
    ),
  }),
  submit: (writer, concern, { place: id, words, key }) =>
    inVault(writer, inside => write(inside, concern, { kind: 'body', words: bodyText(id, words), key })),
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  told: () => 'It is kept.',
  refused: {},
})
