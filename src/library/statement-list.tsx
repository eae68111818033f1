import { goesAbove, notesBeside, type Statement } from '../guidance/index.ts'
import { Link } from '../ui/index.ts'
import { NoteInShort } from './note-card.tsx'
import { routes } from './routes.ts'
import { kinds } from './rules.ts'

/** Statements one under another, each with its corrections above it and the way to its own page. */
export const StatementList = ({ statements }: { statements: readonly Statement[] }) => (
  <ul class="ly-sayings">
    {statements.map(one => (
      <Saying key={one.id} statement={one} />
    ))}
  </ul>
)

function Saying({ statement }: { statement: Statement }) {
  const notes = notesBeside(statement.id)
  const below = notes.filter(note => !goesAbove(note)).length
  return (
    <li class={`ly-saying ly-saying--${kinds[statement.kind].edge}`}>
      {notes.filter(goesAbove).map(note => (
        <NoteInShort key={note.id} note={note} />
      ))}
      <p class="ly-saying__words">{statement.says}</p>
      <p class="ly-saying__about">
        <Link href={routes.statement.to({ statement: statement.id })}>{statement.id}</Link>
        {below > 0 && <> · {below === 1 ? '1 note beside it' : `${below} notes beside it`}</>}
      </p>
    </li>
  )
}
