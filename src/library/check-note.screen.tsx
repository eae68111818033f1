import { choice, hidden, maybeText } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Paragraph, Radios, Textarea } from '../ui/index.ts'
import { noteToCheck } from './access.ts'
import { checkNote } from './check-note.ts'
import { checksOf } from './checks.ts'
import { NoteCard } from './note-card.tsx'
import { noteHash } from './note-hash.ts'
import { routes } from './routes.ts'
import { findings } from './rules.ts'

/** A named person says, for the agency, that a note was held against its sources, and what they found. */
export const checkNoteScreen = screen({
  address: routes.check,
  fields: {
    hash: hidden(text => (/^[0-9a-f]{64}$/.test(text) ? text : undefined)),
    finding: choice(['holds', 'differs'], 'Choose what you found'),
    remark: maybeText({ max: 1000, called: 'What you found' }),
  },
  load: async (reader, { topic, note }) => {
    const found = await noteToCheck(reader, topic, note)
    return found && { found, checks: await checksOf(reader) }
  },
  show: ({ thing: { found, checks }, form, now, actor }) => ({
    title: `Check a note: ${found.note.title}`,
    back: { href: routes.topic.to({ topic: found.note.topic }), text: 'Back to the notes' },
    body: (
      <>
        <Heading>Check a note</Heading>
        <NoteCard note={found.note} looking={{ checks, now, actor: { ...actor, roles: [] } }} level={2} />
        <Paragraph>
          Open its sources, or newer ones, and read. Your name and the day will stand beside the note for
          everybody at {actor.place}, and on the record.
        </Paragraph>
        <form method="post" noValidate>
          <Hidden name="hash" value={noteHash(found.note).toString('hex')} />
          <Radios
            name="finding"
            label="What did you find?"
            options={Object.entries(findings).map(([value, text]) => ({ value, text }))}
            value={form.typed.finding}
            error={form.errors.finding ?? form.errors.hash}
          />
          <Textarea
            name="remark"
            label="Say more"
            hint="Where you looked. If something is not so, what is."
            rows={4}
            value={form.typed.remark}
            error={form.errors.remark}
          />
          <Button once>Put it beside the note</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { found }, { hash, finding, remark }) =>
    checkNote(writer, found, { ofHash: hash, finding, remark: remark ?? '' }),
  done: (_, { found: { note } }) => `${routes.topic.to({ topic: note.topic })}#${note.id}`,
  refused: {
    changed: () =>
      'The note has other words now than those you read, so nothing was kept. It is below as it stands: read it, and check that.',
    'says-nothing': () => 'Say what is not so, so that others know what to trust. Then send it again.',
  },
})
