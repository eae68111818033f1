import { grades, keeping, notes, notesOn, type Topic, topics } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, List, Paragraph, Subheading, Table } from '../ui/index.ts'
import { type Checks, checksOf, stateOf } from './checks.ts'
import { type Looking, NoteCard } from './note-card.tsx'
import { dueNotes } from './owe-checks.ts'
import { routes } from './routes.ts'
import { mayCheck } from './rules.ts'

// Object.entries forgets the names of a table that has exactly these.
const topicList = Object.entries(topics) as readonly (readonly [Topic, string])[]
const isTopic = (text: string): text is Topic => Object.hasOwn(topics, text)

/** All that has changed since 2015, topic by topic, and how much of it the agency has checked. */
export const notesScreen = screen({
  address: routes.notes,
  load: async reader => ({ checks: await checksOf(reader) }),
  show: ({ thing: { checks }, now, actor }) => ({
    title: 'What has changed since 2015',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <div class="ly-wide">
        <Heading>What has changed since 2015</Heading>
        <Paragraph>
          {notes.length} notes stand beside the statements. Each has its sources, their dates and how good
          they are. None is legal advice, and none counts as checked until a named person at {actor.place} has
          checked it.
        </Paragraph>
        <Table
          caption="Notes by topic"
          columns={[
            { head: 'Topic' },
            { head: 'Notes', numeric: true },
            { head: 'Checked here', numeric: true },
            { head: 'Due to be checked', numeric: true },
          ]}
          rows={topicList.map(([topic, words]) => [
            <Link key={topic} href={routes.topic.to({ topic })}>
              {words}
            </Link>,
            ...countsOf(topic, checks, now),
          ])}
        />
        <Due checks={checks} now={now} actor={actor} />
        <Subheading>How good a source is</Subheading>
        <ul class="govuk-list govuk-list--bullet">
          {Object.entries(grades).map(([grade, words]) => (
            <li key={grade}>
              <strong>{grade}</strong>: {words.charAt(0).toLowerCase() + words.slice(1)}.
            </li>
          ))}
        </ul>
        <Subheading>How often a note is checked</Subheading>
        <ul class="govuk-list govuk-list--bullet">
          {Object.values(keeping).map(({ words }) => (
            <li key={words}>{words}.</li>
          ))}
        </ul>
      </div>
    ),
  }),
})

/** What is due, with the way to check each, for those who may. */
function Due({ checks, now, actor }: Looking) {
  const due = dueNotes(checks, now)
  if (due.length === 0 || !mayCheck.some(role => actor.roles.includes(role))) return null
  return (
    <>
      <Subheading>Due to be checked</Subheading>
      <List
        items={due.map(({ id, topic, title }) => (
          <Link key={id} href={routes.check.to({ topic, note: id })}>
            {title}
          </Link>
        ))}
      />
    </>
  )
}

function countsOf(topic: Topic, checks: Checks, now: Date): readonly number[] {
  const states = notesOn(topic).map(one => stateOf(one, checks.get(one.id), now))
  const attention = states.filter(state => state !== 'checked' && state !== 'to check')
  return [states.length, states.filter(state => state === 'checked').length, attention.length]
}

export const topicScreen = screen({
  address: routes.topic,
  load: async (reader, { topic }) => (isTopic(topic) ? { topic, checks: await checksOf(reader) } : undefined),
  show: ({ thing: { topic, checks }, now, actor }) => ({
    title: topics[topic],
    back: { href: routes.notes.to(), text: 'What has changed since 2015' },
    body: (
      <>
        <Heading>{topics[topic]}</Heading>
        {notesOn(topic).map(one => (
          <div key={one.id}>
            <NoteCard note={one} looking={{ checks, now, actor }} level={2} />
            {one.beside.length > 0 && (
              <p class="ly-note__beside">
                Beside{' '}
                {one.beside.map((id, at) => (
                  <span key={id}>
                    {at > 0 && ', '}
                    <Link href={routes.statement.to({ statement: id })}>{id}</Link>
                  </span>
                ))}
              </p>
            )}
          </div>
        ))}
      </>
    ),
  }),
})
