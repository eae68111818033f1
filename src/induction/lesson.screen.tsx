import { checksOf } from '../library/index.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Paragraph } from '../ui/index.ts'
import { walkToGoOn } from './access.ts'
import { AlongPath } from './along.tsx'
import { addressOf } from './asking.ts'
import { lessonWords } from './lesson-words.tsx'
import { lessonNamed } from './lessons.ts'
import { routes } from './routes.ts'
import { nextQuestion, onward, partsOf } from './walking.ts'

/** One lesson to read. It can be read again at any time; with a walk begun, its questions come next. */
export const lessonScreen = screen({
  address: routes.lesson,
  load: async (reader, asked) => {
    const lesson = lessonNamed(asked.lesson)
    if (!lesson) return undefined
    const [walking, checks] = await Promise.all([walkToGoOn(reader), checksOf(reader)])
    return { lesson, walking, checks }
  },
  show: ({ thing: { lesson, walking, checks }, now, actor }) => {
    const part = partsOf(walking?.walk).find(({ id }) => id === lesson.id)
    const next = walking && nextQuestion(walking, lesson.questions)
    const many = lesson.questions.length > 1
    return {
      title: lesson.title,
      back: { href: routes.path.to(), text: 'Your induction' },
      body: (
        <>
          {walking && part && <AlongPath walking={walking} part={part} />}
          <Heading>{lesson.title}</Heading>
          {lessonWords[lesson.id]({ checks, now, actor })}
          {next !== undefined && (
            <ButtonLink href={addressOf(lesson.id, next)}>
              {many ? 'On to the questions' : 'On to the question'}
            </ButtonLink>
          )}
          {walking && next === undefined && (
            <>
              <Paragraph>You have answered what there is to answer here.</Paragraph>
              <ButtonLink href={onward(walking)}>Go on</ButtonLink>
            </>
          )}
          {!walking && <ButtonLink href={routes.path.to()}>Go to your induction</ButtonLink>}
        </>
      ),
    }
  },
})
