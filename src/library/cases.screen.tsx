import { goesAbove, notesBeside, type StatementId, statement } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Details, Heading, Link, Pagination, Paragraph, Subheading } from '../ui/index.ts'
import { checksOf } from './checks.ts'
import { type Lesson, lessons } from './lessons.ts'
import { type Looking, NoteCard } from './note-card.tsx'
import { routes } from './routes.ts'
import { these } from './shelf.ts'
import { StatementList } from './statement-list.tsx'

const used: readonly StatementId[] = ['META-GUIDELINES-USE', 'META-POSTERS', 'META-ADAPT']

export const casesScreen = screen({
  address: routes.cases,
  load: async () => ({}),
  show: () => ({
    title: 'Three cases',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <>
        <Heading>Three cases</Heading>
        <StatementList statements={these('CASE-0')} />
        {lessons.map(lesson => (
          <section key={lesson.number}>
            <Subheading>
              {lesson.number}. {lesson.title}
            </Subheading>
            <Paragraph>
              {lesson.inShort}{' '}
              <Link href={routes.lesson.to({ case: lesson.number })}>
                Read the lesson<span class="govuk-visually-hidden">: {lesson.title}</span>
              </Link>
            </Paragraph>
            <StatementList statements={these(...lesson.happened, ...lesson.cameOfIt)} />
          </section>
        ))}
        <Subheading>What the pages may be used for</Subheading>
        <StatementList statements={these(...used)} />
      </>
    ),
  }),
})

/** One case as a short lesson: what happened, what came of it, what to take from it, and a question. */
export const lessonScreen = screen({
  address: routes.lesson,
  load: async (reader, asked) => {
    const lesson = lessons.find(({ number }) => number === asked.case)
    return lesson && { lesson, checks: await checksOf(reader) }
  },
  show: ({ thing: { lesson, checks }, now, actor }) => ({
    title: lesson.title,
    back: { href: routes.cases.to(), text: 'Three cases' },
    body: <LessonBody lesson={lesson} looking={{ checks, now, actor }} />,
  }),
})

function LessonBody({ lesson, looking }: { lesson: Lesson; looking: Looking }) {
  const beside = [...lesson.cameOfIt, ...lesson.happened].flatMap(notesBeside)
  const known = [...new Set(beside)]
  const at = lessons.indexOf(lesson)
  const step = (to: Lesson | undefined) =>
    to && { href: routes.lesson.to({ case: to.number }), label: to.title }
  return (
    <>
      <Heading>{lesson.title}</Heading>
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
      <Subheading>What would you do?</Subheading>
      {lesson.ask.map(({ question, answer }) => (
        <div key={question}>
          <Paragraph>{question}</Paragraph>
          <Details summary="What we would say">{answer}</Details>
        </div>
      ))}
      {known.some(one => !goesAbove(one)) && <Subheading>What is known today</Subheading>}
      {known
        .filter(one => !goesAbove(one))
        .map(one => (
          <NoteCard key={one.id} note={one} looking={looking} />
        ))}
      <Pagination label="Cases" previous={step(lessons[at - 1])} next={step(lessons[at + 1])} />
    </>
  )
}

const Told = ({ ids }: { ids: readonly StatementId[] }) => (
  <p class="govuk-body-l">{ids.map(id => statement(id).says).join(' ')}</p>
)
