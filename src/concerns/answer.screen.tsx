import { randomUUID } from 'node:crypto'
import { closeDuties } from '../duties/index.ts'
import { choice, hidden, text } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { inVault } from '../records/index.ts'
import { Button, Heading, Hidden, Radios, Textarea } from '../ui/index.ts'
import { concernHere } from './access.ts'
import { routes } from './routes.ts'
import { screenWithKey } from './with-key.tsx'
import { writePiece } from './write-piece.ts'

const fields = {
  words: text({ max: 20_000, called: 'What you write', required: 'Write something first' }),
  whose: choice(['reply', 'note', 'plan'], 'Choose who reads it'),
  key: hidden(idFrom<'draft'>),
}

/** Writes in a concern: an answer to whoever told, or a note for those who read it. */
export const answerScreen = screenWithKey({
  address: routes.answer,
  fields,
  load: (reader, at) => concernHere(reader, at.concern),
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Write in this concern',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Write in this concern</Heading>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Radios
            name="whose"
            label="Who reads it?"
            value={typed.whose}
            error={errors.whose}
            options={[
              {
                value: 'reply',
                text: 'Whoever told of it, and those who read it',
                hint: 'They see it when they come back with their code. Name nobody they did not name.',
              },
              { value: 'note', text: 'Those who read it' },
              { value: 'plan', text: 'Those who read it: it is what we plan' },
            ]}
          />
          <Textarea
            name="words"
            label="What you write"
            hint="It is never changed: correct it by writing again."
            rows={8}
            value={typed.words}
            error={errors.words}
          />
          <Button once>Keep this</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, concern, { words, whose, key }) =>
    inVault(writer, async inside => {
      const done = await writePiece(inside, concern, { kind: whose, words, by: writer.actor.personId, key })
      if (whose === 'reply' && !(done instanceof Already))
        await closeDuties(inside, { kind: 'answer-reporter', aboutId: concern.id }, done.entryId)
      return done
    }),
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  told: () => 'It is kept.',
  refused: {},
})
