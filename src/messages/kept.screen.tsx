import { closeDuties, routes as duties, whoOwes } from '../duties/index.ts'
import { inFull } from '../kit/clock.ts'
import { text } from '../kit/forms/index.ts'
import { person } from '../people/index.ts'
import { happenings, type PersonActor, record, type Writer } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Link, Paragraph, Textarea, Warning } from '../ui/index.ts'
import { keptWordsToRead } from './access.ts'
import { OpenWords, openFields, openRefused, openTold } from './marks/open-words.tsx'
import { asRead, openWords } from './marks/words-opened.ts'
import { routes } from './routes.ts'
import type { WhyKept } from './rules.ts'

const whyWords: Readonly<Record<WhyKept, string>> = {
  'work-ended': 'the work with this family has ended',
  'not-agreed': 'nobody has agreed to contact in this way, or somebody said no to it',
  'no-second-adult': 'there was no second adult who could be put in',
}

/** The words with what is masked in them, as the staff read a family’s; and whether somebody is asked to see to danger in them. */
async function keptToRead(writer: Writer<PersonActor>, id: string) {
  const found = await keptWordsToRead(writer, id)
  if (!found) return undefined
  const { author_kind: by, body } = found
  const whole = { words: body ?? 'These words have been erased.', masked: false }
  const read =
    by === 'staff' || body === null
      ? whole
      : await asRead(writer, { kind: 'kept-words', id: found.id }, body, by)
  const danger = (await whoOwes(writer, 'danger-kept', found.id)).length > 0
  const erases = await mayBeErasedBy(writer, { event: 'words.kept', id: found.id })
  return Object.assign(found, { read, danger, erases, dealtWith: await dealtWith(writer, found.id) })
}

/** Who dealt with it last, and when: a second reader need not do the same again. */
async function dealtWith(writer: Writer<PersonActor>, aboutId: string) {
  const [last] = await happenings(writer, { aboutId, event: 'kept-words.answered', limit: 1 })
  const by = last?.personId && (await person(writer, last.personId))
  return last && { at: last.at, by: by ? by.name : 'somebody' }
}

/** What somebody wrote where it could not go. Whoever reads it is on the record, and says what they did about it. */
export const keptScreen = screen({
  address: routes.kept,
  fields: {
    did: text({ max: 1000, called: 'What you did', required: 'Enter what you did about it' }),
  },
  loadOnRecord: (writer, { kept }) => keptToRead(writer, kept),
  show: ({ thing: row, form }) => ({
    title: `${row.author_name} wrote, and it could not go`,
    back: { href: duties.duties.to(), text: 'My duties' },
    body: (
      <>
        <Heading>{row.author_name} wrote, and it could not go</Heading>
        {row.danger && (
          <Warning>
            Somebody may be in danger. If a child is in danger now, call 999. You do not need anybody’s
            permission.
          </Warning>
        )}
        <Paragraph>
          {inFull(row.kept_at)}
          {row.subject && <>, in “{row.subject}”</>}
          {row.worker_name && row.author_kind !== 'staff' && <>, to {row.worker_name}</>}. It was kept,
          because {whyWords[row.why]}. Nobody whom it was meant for has seen it. That you read it is on the
          record.
        </Paragraph>
        <Inset>
          <span class="ly-message__text">{row.read.words}</span>
        </Inset>
        {row.read.masked && (
          <Paragraph>
            A personal detail in it is masked.{' '}
            <Link href={routes.keptDetails.to({ kept: row.id })}>See what is masked</Link>
          </Paragraph>
        )}
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
        {row.dealtWith && (
          <Paragraph>
            <strong>
              {row.dealtWith.by} dealt with it, {inFull(row.dealtWith.at)}.
            </strong>{' '}
            Speak with them before you do more about it.
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
    for (const kind of ['kept-words', 'danger-kept'] as const)
      await closeDuties(writer, { kind, aboutId: row.id }, done.entryId)
    return done
  },
  done: () => duties.duties.to(),
  told: () => 'Kept: what you did about it is on the record.',
  refused: {},
})

/** A family’s words that could not go, with what is masked in them: opened with a reason, on the record, for oneself. */
export const keptDetailsScreen = screen({
  address: routes.keptDetails,
  fields: openFields,
  loadOnRecord: (writer, { kept }) => keptToRead(writer, kept),
  show: ({ thing: row, form }) => ({
    title: 'A personal detail in words that could not go',
    back: { href: routes.kept.to({ kept: row.id }), text: `${row.author_name} wrote` },
    body: (
      <>
        <Heading>A personal detail in words that could not go</Heading>
        <OpenWords read={row.read} form={form} />
      </>
    ),
  }),
  submit: (writer, row, { reason }) => openWords(writer, { kind: 'kept-words', id: row.id }, reason),
  done: (_, row) => routes.kept.to({ kept: row.id }),
  told: openTold,
  refused: openRefused,
})
