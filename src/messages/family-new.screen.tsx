import { randomUUID } from 'node:crypto'
import { text } from '../kit/forms/index.ts'
import { organisationFacts, workersOf } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Inset, Paragraph, Radios, Textarea } from '../ui/index.ts'
import { goOn } from './family.screen.tsx'
import { routes } from './routes.ts'
import { longestMessage } from './rules.ts'
import { OutsideHours } from './turn-to.tsx'
import { messageFields } from './write.screen.tsx'
import { writeFirst } from './write-first.ts'

/** A child, a parent or a carer writes first: a conversation is made around it, and where a child writes, a second adult is in it before a word is stored. */
export const familyNewScreen = screen({
  address: routes.familyNew,
  fields: {
    to: text({ max: 36, called: 'Who', required: 'Choose who to write to' }),
    ...messageFields,
  },
  load: async reader => {
    const [workers, facts] = await Promise.all([
      workersOf(reader, reader.actor.personId),
      organisationFacts(reader),
    ])
    return { workers, facts }
  },
  show: ({ thing: { workers, facts }, form, actor, now }) => ({
    title: `Write to somebody at ${actor.place}`,
    plain: true,
    back: { href: routes.family.to(), text: 'Your messages' },
    body: (
      <>
        <Heading>Write to somebody at {actor.place}</Heading>
        {actor.kind === 'child' && (
          <Inset>
            Another adult at {actor.place} will see it too, so that nobody is ever alone in a conversation
            with you. If you are in danger now, call 999. You can call Childline free at any time: 0800 1111.
          </Inset>
        )}
        <OutsideHours facts={facts} kind={actor.kind} now={now} />
        {workers.length === 0 && (
          <Paragraph>Nobody works with you at the moment. Call the organisation instead.</Paragraph>
        )}
        {workers.length > 0 && (
          <form method="post" noValidate>
            <Hidden name="key" value={form.typed.key ?? randomUUID()} />
            <Radios
              name="to"
              label="Who to write to"
              options={workers.map(({ id, name, purpose }) => ({ value: id, text: name, hint: purpose }))}
              value={form.typed.to}
              error={form.errors.to}
            />
            <Textarea
              name="body"
              label="Your message"
              hint={`Up to ${longestMessage.toLocaleString('en-GB')} characters`}
              value={form.typed.body}
              error={form.errors.body}
            />
            <Button once>Send</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: (writer, { workers }, { to, body, key }) =>
    writeFirst(writer, workers.find(worker => worker.id === to)?.id, { body, key }),
  done: goOn,
  refused: {
    nobody: () =>
      'They no longer work with you, so nothing was sent. Your words are below. Choose somebody else.',
  },
})
