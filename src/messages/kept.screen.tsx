import { closeDuties, routes as duties } from '../duties/index.ts'
import { inFull } from '../kit/clock.ts'
import { text } from '../kit/forms/index.ts'
import { record } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Paragraph, Textarea } from '../ui/index.ts'
import { keptWordsToRead } from './access.ts'
import { routes } from './routes.ts'
import type { WhyKept } from './rules.ts'

const whyWords: Readonly<Record<WhyKept, string>> = {
  'work-ended': 'the work with this family has ended',
  'not-agreed': 'nobody has agreed to contact in this way, or somebody said no to it',
  'no-second-adult': 'there was no second adult who could be put in',
}

/** What somebody wrote where it could not go. Whoever reads it is on the record, and says what they did about it. */
export const keptScreen = screen({
  address: routes.kept,
  fields: {
    did: text({ max: 1000, called: 'What you did', required: 'Enter what you did about it' }),
  },
  loadOnRecord: async (writer, { kept }) => {
    const row = await keptWordsToRead(writer, kept)
    const erases = row && (await mayBeErasedBy(writer, { event: 'words.kept', id: row.id }))
    return row && Object.assign(row, { erases: erases === true })
  },
  show: ({ thing: row, form }) => ({
    title: `${row.author_name} wrote, and it could not go`,
    back: { href: duties.duties.to(), text: 'My duties' },
    body: (
      <>
        <Heading>{row.author_name} wrote, and it could not go</Heading>
        <Paragraph>
          {inFull(row.kept_at)}
          {row.subject && <>, in “{row.subject}”</>}
          {row.worker_name && row.author_kind !== 'staff' && <>, to {row.worker_name}</>}. It was kept,
          because {whyWords[row.why]}. Nobody else has seen it. That you read it is on the record.
        </Paragraph>
        <Inset>
          <span class="ly-message__text">{row.body ?? 'These words have been erased.'}</span>
        </Inset>
        {row.author_kind === 'child' && (
          <Paragraph>
            They were shown who to turn to now: 999, Childline and our own numbers. Get in touch with them, or
            with somebody who can. If they may be in danger, call 999.
          </Paragraph>
        )}
        {row.author_kind === 'parent' && (
          <Paragraph>Answer them yourself, or say who does. They were told that a manager has it.</Paragraph>
        )}
        {row.author_kind === 'staff' && (
          <Paragraph>
            They do not work with this family any more, and were told that you have their words. Pass them on
            yourself if it is right, or speak with them.
          </Paragraph>
        )}
        <form method="post" noValidate>
          <Textarea
            name="did"
            label="What you did about it"
            hint="For the record. It closes this for everybody who was asked to read it."
            rows={3}
            value={form.typed.did}
            error={form.errors.did}
          />
          <Button once>It is dealt with</Button>
        </form>
        <EraseLink kind="kept-words" id={row.id} may={row.erases} gone={row.body === null} />
      </>
    ),
  }),
  submit: async (writer, row, { did }) => {
    const done = await record(writer, {
      event: 'kept-words.answered',
      about: [
        { kind: 'kept-words', id: row.id },
        { kind: 'person', id: row.author_id },
      ],
      cites: [],
      content: { words: row.id, did },
    })
    await closeDuties(writer, { kind: 'kept-words', aboutId: row.id }, done.entryId)
    return done
  },
  done: () => duties.duties.to(),
  told: () => 'Kept: what you did about it is on the record.',
  refused: {},
})
