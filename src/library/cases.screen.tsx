import type { StatementId } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import { Details, Heading, Link, Pagination, Paragraph, Subheading } from '../ui/index.ts'
import { checksOf } from './checks.ts'
import { LessonTold } from './lesson-told.tsx'
import { type Lesson, lessons } from './lessons.ts'
import type { Looking } from './note-card.tsx'
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
  const at = lessons.indexOf(lesson)
  const step = (to: Lesson | undefined) =>
    to && { href: routes.lesson.to({ case: to.number }), label: to.title }
  return (
    <>
      <Heading>{lesson.title}</Heading>
      <LessonTold lesson={lesson} looking={looking}>
        <Subheading>What would you do?</Subheading>
        {lesson.ask.map(({ question, answer }) => (
          <div key={question}>
            <Paragraph>{question}</Paragraph>
            <Details summary="What we would say">{answer}</Details>
          </div>
        ))}
      </LessonTold>
      <Pagination label="Cases" previous={step(lessons[at - 1])} next={step(lessons[at + 1])} />
    </>
  )
}
