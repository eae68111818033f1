import { randomUUID } from 'node:crypto'
import { inFull } from '../../kit/clock.ts'
import { hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { refuse } from '../../kit/proof.ts'
import { inVault } from '../../records/index.ts'
import { Button, Heading, Hidden, Paragraph, Select, Textarea } from '../../ui/index.ts'
import { concernHere } from '../access.ts'
import { selectPieces } from '../queries.ts'
import { routes } from '../routes.ts'
import { screenWithKey } from '../with-key.tsx'
import { work } from './routes.ts'
import { pieceWords } from './shown-words.ts'
import { write } from './write-and-step.ts'

const number = {
  parse: (typed: string | undefined) =>
    /^[1-9]\d{0,5}$/.test(typed ?? '')
      ? ({ ok: true, value: Number(typed) } as const)
      : ({ ok: false, sentence: 'Choose what you correct' } as const),
}
const fields = {
  corrects: number,
  words: text({ max: 20_000, called: 'What is right', required: 'Say what is right instead' }),
  key: hidden(idFrom<'draft'>),
}

/** Says that something written before is not right, and what is: what stood there stays, with this beside it. */
export const correctScreen = screenWithKey({
  address: work.correct,
  fields,
  load: async (reader, at) => {
    const row = await concernHere(reader, at.concern)
    if (!row) return undefined
    const pieces = await inVault(reader, ({ db, actor }) => selectPieces(db, actor.agencyId, [row.id]))
    return { row, pieces }
  },
  show: ({ thing: { row, pieces }, form: { typed, errors } }) => ({
    title: 'Correct something',
    back: { href: routes.concern.to({ concern: row.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Correct something</Heading>
        <Paragraph>
          Nothing that was written is ever changed. What you write stands beside it, with your name.
        </Paragraph>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Select
            name="corrects"
            label="What do you correct?"
            value={typed.corrects}
            error={errors.corrects}
            options={[
              { value: '1', text: `1: What was said first, ${inFull(row.reported_at)}` },
              ...pieces.map(({ number, kind, written_at }) => ({
                value: `${number}`,
                text: `${number}: ${pieceWords[kind]}, ${inFull(written_at)}`,
              })),
            ]}
          />
          <Textarea
            name="words"
            label="What is right instead?"
            rows={5}
            value={typed.words}
            error={errors.words}
          />
          <Button once>Keep this correction</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, { row, pieces }, { corrects, words, key }) => {
    if (corrects !== 1 && !pieces.some(({ number }) => number === corrects)) return refuse('nothing-there')
    return inVault(writer, inside => write(inside, row, { kind: 'correction', words, key, corrects }))
  },
  done: (_, { row }) => routes.concern.to({ concern: row.id }),
  told: () => 'The correction is kept beside what it corrects.',
  refused: { 'nothing-there': () => 'Choose something that stands in this concern.' },
})
