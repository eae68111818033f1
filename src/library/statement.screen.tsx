import {
  goesAbove,
  isStatementId,
  notesBeside,
  type Statement,
  sections,
  statement,
  statements,
  treatments,
} from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, Pagination, Subheading, SummaryList } from '../ui/index.ts'
import { checksOf } from './checks.ts'
import { type Looking, NoteCard } from './note-card.tsx'
import { routes } from './routes.ts'
import { audiences, kinds } from './rules.ts'
import { placeOf } from './shelf.ts'
import { BecameOf } from './traced.tsx'

/** One statement: its corrections above it, then itself, what it is, and the other notes. */
export const statementScreen = screen({
  address: routes.statement,
  load: async (reader, { statement: id }) =>
    isStatementId(id) ? { one: statement(id), checks: await checksOf(reader) } : undefined,
  show: ({ thing: { one, checks }, now, actor }) => {
    const place = placeOf(one)
    return {
      title: `Statement ${one.id}`,
      back: { href: place.href, text: place.text },
      body: <Body one={one} looking={{ checks, now, actor }} />,
    }
  },
})

function Body({ one, looking }: { one: Statement; looking: Looking }) {
  const notes = notesBeside(one.id)
  const beside = notes.filter(note => !goesAbove(note))
  const at = statements.indexOf(one)
  const step = (to: Statement | undefined) =>
    to && { href: routes.statement.to({ statement: to.id }), label: to.id }
  return (
    <>
      <Heading>Statement {one.id}</Heading>
      {notes.filter(goesAbove).map(note => (
        <NoteCard key={note.id} note={note} looking={looking} level={2} />
      ))}
      <div class={`ly-saying ly-saying--${kinds[one.kind].edge} ly-saying--alone`}>
        <p class="ly-saying__words">{one.says}</p>
        <p class="ly-saying__about">As of July 2015, in our own words</p>
      </div>
      <SummaryList
        rows={[
          {
            key: 'Where it stands',
            value: (
              <>
                {sections[one.section]}: <Link href={placeOf(one).href}>{placeOf(one).text}</Link>
              </>
            ),
          },
          { key: 'What it is', value: kinds[one.kind].head },
          { key: 'Who it speaks to', value: audiences[one.audience] },
          { key: 'How it is treated', value: `${treatments[one.treatment]}.` },
          { key: 'In Lanyard', value: <BecameOf statement={one} /> },
        ]}
      />
      {beside.length > 0 && <Subheading>Beside it</Subheading>}
      {beside.map(note => (
        <NoteCard key={note.id} note={note} looking={looking} />
      ))}
      <Pagination label="Statements" previous={step(statements[at - 1])} next={step(statements[at + 1])} />
    </>
  )
}
