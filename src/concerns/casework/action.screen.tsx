import { randomUUID } from 'node:crypto'
import { closeDuties, openDuties, tellAtOnce } from '../../duties/index.ts'
import { asTyped, days, fromTyped, inFull, later } from '../../kit/clock.ts'
import { chosen, date, hidden, maybeText, text, type Values } from '../../kit/forms/index.ts'
import { idFrom, newId } from '../../kit/ids.ts'
import { Already, refuse } from '../../kit/proof.ts'
import { contentOf, inVault, newEntryId, type PersonActor, record, type Writer } from '../../records/index.ts'
import { Button, Heading, Hidden, Input, Paragraph, Radios, Textarea } from '../../ui/index.ts'
import { actionEvidence } from '../evidence.ts'
import { routes } from '../routes.ts'
import type { ActionTable } from '../tables.ts'
import { takeStep } from '../take-step.ts'
import { screenWithKey } from '../with-key.tsx'
import { actionHere, concernWithReaders, type WithReaders } from './access.ts'
import { insertAction } from './queries.ts'
import { work } from './routes.ts'
import { write } from './write-and-step.ts'

const fields = {
  words: text({ max: 5000, called: 'What is to be done', required: 'Say what is to be done' }),
  owner: chosen<'person'>('Choose who does it'),
  day: date({ called: 'The day', required: 'Enter the day by which it is done' }),
  key: hidden(idFrom<'draft'>),
}

/** The end of the working day, on the day that was typed. */
const dueOn = (day: string): Date => fromTyped(day, '17:00')

/** Gives one of those who read a concern something to do about it: a duty of theirs until they say that it is done. */
const setAction = async (
  writer: Writer<PersonActor>,
  { row, readers }: WithReaders,
  { words, owner, day, key }: Values<typeof fields>,
) => {
  const to = readers.find(({ id }) => id === owner)
  if (!to) return refuse('not-a-reader')
  if (dueOn(day) <= writer.now) return refuse('past')
  const done = await inVault(writer, async inside => {
    const piece = await write(inside, row, { kind: 'action', words, key })
    if (piece instanceof Already) return new Already(undefined)
    const { db, actor, now } = inside
    const action: ActionTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      concern_id: row.id,
      piece_id: piece.value,
      owner_id: to.id,
      due_at: dueOn(day),
      set_by: actor.personId,
      set_at: now,
      entry_id: newEntryId(inside),
    }
    await insertAction(db, action)
    const about = { kind: 'concern-action', id: action.id }
    await openDuties(inside, 'do-concern-action', [to.id], about, action.entry_id, action.due_at)
    return record(
      inside,
      {
        event: 'concern.action-set',
        about: [{ kind: 'concern', id: row.id }],
        cites: ['REP-4'],
        content: contentOf(actionEvidence, action),
      },
      { id: action.entry_id },
    )
  })
  if (to.id !== writer.actor.personId) tellAtOnce(writer, [to.id])
  return done
}

export const actScreen = screenWithKey({
  address: work.act,
  fields,
  load: (reader, at) => concernWithReaders(reader, at.concern),
  show: ({ thing: { row, readers }, now, form: { typed, errors } }) => ({
    title: 'Something to be done',
    back: { href: routes.concern.to({ concern: row.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Something to be done</Heading>
        <Paragraph>
          Whoever does it is one of those who read this concern. Their letter says only that there is
          something.
        </Paragraph>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Textarea
            name="words"
            label="What is to be done?"
            rows={3}
            value={typed.words}
            error={errors.words}
          />
          <Radios
            name="owner"
            label="Who does it?"
            value={typed.owner}
            error={errors.owner}
            options={readers.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Input
            name="day"
            type="date"
            width={10}
            label="By which day?"
            hint="By 5pm on that day."
            value={typed.day ?? asTyped(later(now, days(2))).day}
            error={errors.day}
          />
          <Button once>Keep this</Button>
        </form>
      </>
    ),
  }),
  submit: setAction,
  done: (_, { row }) => routes.concern.to({ concern: row.id }),
  told: () => 'It is among their duties.',
  refused: {
    'not-a-reader': () => 'They do not read this concern. Let them in first, or choose another.',
    past: () => 'That day is over. Enter a day from tomorrow on.',
  },
})

/** Says that something was done, with a word where there is one to say. */
export const actionScreen = screenWithKey({
  address: work.action,
  fields: {
    words: maybeText({ max: 5000, called: 'What you say to it' }),
    key: hidden(idFrom<'draft'>),
  },
  load: (reader, at) => actionHere(reader, at.action),
  show: ({ thing: { row, action }, form: { typed, errors } }) => ({
    title: 'Say that it is done',
    back: { href: routes.concern.to({ concern: row.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Say that it is done</Heading>
        <Paragraph>What it is stands in the concern. It is to be done by {inFull(action.due_at)}.</Paragraph>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Textarea
            name="words"
            label="What came of it?"
            hint="You may leave this empty."
            rows={3}
            value={typed.words}
            error={errors.words}
          />
          <Button once>It is done</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { row, action }, { words, key }) =>
    inVault(writer, async inside => {
      const piece = words ? await write(inside, row, { kind: 'note', words, key }) : undefined
      if (piece instanceof Already) return new Already(undefined)
      const done = await takeStep(inside, row, {
        step: 'action-done',
        thing_id: action.id,
        piece_id: piece?.value ?? null,
      })
      await closeDuties(inside, { kind: 'do-concern-action', aboutId: action.id }, done.entryId)
      return done
    }),
  done: (_, { row }) => routes.concern.to({ concern: row.id }),
  told: () => 'It is kept as done.',
  refused: {},
})
