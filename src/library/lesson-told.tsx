import type { ComponentChildren } from 'preact'
import { goesAbove, notesBeside, type StatementId, statement } from '../guidance/index.ts'
import { Link, Subheading } from '../ui/index.ts'
import type { Lesson } from './lessons.ts'
import { type Looking, NoteCard } from './note-card.tsx'
import { routes } from './routes.ts'

/**
 * A case told: what corrects it first, then what happened, what came of it, what to take from it, the `children`, and what
 * else is known today.
 */
export function LessonTold(props: {
  readonly lesson: Lesson
  readonly looking: Looking
  readonly children?: ComponentChildren
}) {
  const { lesson, looking, children } = props
  const known = [...new Set([...lesson.cameOfIt, ...lesson.happened].flatMap(notesBeside))]
  return (
    <>
      {known.filter(goesAbove).map(one => (
        <NoteCard key={one.id} note={one} looking={looking} level={2} />
      ))}
      <Subheading>What happened</Subheading>
      <Told ids={lesson.happened} />
      <Subheading>What came of it</Subheading>
      <Told ids={lesson.cameOfIt} />
      <Subheading>What to take from it</Subheading>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {lesson.take.map(({ words, teaches }) => (
          <li key={teaches}>
            {words} <Link href={routes.statement.to({ statement: teaches })}>{teaches}</Link>
          </li>
        ))}
      </ul>
      {children}
      {known.some(one => !goesAbove(one)) && <Subheading>What is known today</Subheading>}
      {known
        .filter(one => !goesAbove(one))
        .map(one => (
          <NoteCard key={one.id} note={one} looking={looking} />
        ))}
    </>
  )
}

const Told = ({ ids }: { ids: readonly StatementId[] }) => (
  <p class="govuk-body-l">{ids.map(id => statement(id).says).join(' ')}</p>
)
