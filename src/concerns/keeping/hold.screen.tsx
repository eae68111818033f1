import { randomUUID } from 'node:crypto'
import { choice, hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Button, Heading, Hidden, Paragraph, Radios, Textarea } from '../../ui/index.ts'
import { screenWithKey } from '../with-key.tsx'
import { holdOrLift } from './keep.ts'
import { keeping } from './routes.ts'
import { keepingOf } from './standing.ts'

/** Puts a hold on a concern, or looks at the one that stands: it stays, or it is lifted. */
export const holdScreen = screenWithKey({
  address: keeping.hold,
  fields: {
    hold: choice(['stays', 'lifted'] as const, 'Say whether it stays'),
    words: text({ max: 5000, called: 'Why', required: 'Say why' }),
    key: hidden(idFrom<'draft'>),
  },
  load: (reader, at) => keepingOf(reader, at.concern),
  show: ({ thing: { row, hold }, form: { typed, errors } }) => {
    const title = hold ? 'Must the hold stay?' : 'Put a hold on this concern'
    return {
      title,
      back: { href: keeping.kept.to({ concern: row.id }), text: 'How long it is kept' },
      body: (
        <>
          <Heading>{title}</Heading>
          <Paragraph>
            While a hold stands, nobody erases it, whatever its time. Put one on it for the police, a court,
            an inquiry, or because a child may ask for it. You are asked again once a year.
          </Paragraph>
          <form method="post" noValidate>
            <Hidden name="key" value={typed.key ?? randomUUID()} />
            {hold ? (
              <Radios
                name="hold"
                label="What do you say?"
                value={typed.hold}
                error={errors.hold}
                options={[
                  { value: 'stays', text: 'It stays' },
                  { value: 'lifted', text: 'It is lifted' },
                ]}
              />
            ) : (
              <Hidden name="hold" value="stays" />
            )}
            <Textarea
              name="words"
              label="Why?"
              hint="Sealed, as all of it is."
              rows={3}
              value={typed.words}
              error={errors.words}
            />
            <Button once>{hold ? 'Keep this' : 'Put a hold on it'}</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, found, { hold, ...typed }) =>
    holdOrLift(writer, found, { hold: hold === 'stays', ...typed }),
  done: (_, { row }) => keeping.kept.to({ concern: row.id }),
  told: (_, __, { hold }) =>
    hold === 'stays' ? 'The hold stands. Nobody erases it.' : 'The hold is lifted.',
  refused: {},
})
