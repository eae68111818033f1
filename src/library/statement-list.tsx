import { goesAbove, type Note, notesBeside, type Statement } from '../guidance/index.ts'
import { Link } from '../ui/index.ts'
import { NoteInShort } from './note-card.tsx'
import { routes } from './routes.ts'
import { kinds } from './rules.ts'

/**
 * Statements one under another, each with its corrections above it and the way to its own page. A correction of several
 * is given in full above the first of them, and by its name above the others.
 */
export function StatementList({ statements }: { statements: readonly Statement[] }) {
  const said = new Set<Note>()
  const again = (note: Note) => said.size === said.add(note).size
  return (
    <ul class="ly-sayings">
      {statements.map(one => (
        <Saying key={one.id} statement={one} again={again} />
      ))}
    </ul>
  )
}

function Saying({ statement, again }: { statement: Statement; again: (note: Note) => boolean }) {
  const notes = notesBeside(statement.id)
  const below = notes.filter(note => !goesAbove(note)).length
  return (
    <li class={`ly-saying ly-saying--${kinds[statement.kind].edge}`}>
      {notes.filter(goesAbove).map(note => (
        <NoteInShort key={note.id} note={note} again={again(note)} />
      ))}
      <p class="ly-saying__words">{statement.says}</p>
      <p class="ly-saying__about">
        <Link href={routes.statement.to({ statement: statement.id })}>{statement.id}</Link>
        {below > 0 && <> · {below === 1 ? '1 note beside it' : `${below} notes beside it`}</>}
      </p>
    </li>
  )
}
