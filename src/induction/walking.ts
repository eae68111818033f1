import type { PolicyId } from '../policies/index.ts'
import { courseLessons, type LessonId } from './lessons.ts'
import type { TryTable, WalkTable } from './queries.ts'
import type { Question } from './question.ts'
import { routes } from './routes.ts'
import { type Scenario, scenarioOf } from './scenarios/index.ts'

export type PartId = 'policies' | LessonId | 'situations'

/** A policy in force that the person has yet to sign, or to sign again. */
export interface PolicyOwed {
  readonly id: PolicyId
  readonly policy: string
  readonly words: string
}

/** How far somebody has come with their walk. */
export interface Walking {
  readonly walk: WalkTable
  readonly tries: ReadonlyMap<string, TryTable>
  readonly owed: readonly PolicyOwed[]
}

/** One part of the path: a page or a few with one purpose. */
export interface Part {
  readonly id: PartId
  readonly title: string
  readonly inShort: string
  readonly minutes: number
  readonly questions: readonly Question[]
}

/** The situations that a walk asks about. What Lanyard has no more is left out. */
export const situationsOf = ({ scenarios }: Pick<WalkTable, 'scenarios'>): readonly Scenario[] =>
  scenarios.flatMap(id => scenarioOf(id) ?? [])

const policies: Part = {
  id: 'policies',
  title: 'The policies',
  inShort: 'Read and sign what your organisation asks you to keep to.',
  minutes: 5,
  questions: [],
}

/** The parts, in the order in which they are walked. Before a walk is begun nobody knows the situations. */
export const partsOf = (walk: Pick<WalkTable, 'scenarios'> = { scenarios: [] }): readonly Part[] => [
  policies,
  ...courseLessons,
  {
    id: 'situations',
    title: 'What would you do?',
    inShort: 'Eight situations, each ruled on by your organisation’s own rules.',
    minutes: 6,
    questions: situationsOf(walk),
  },
]

export type Progress = 'to-do' | 'begun' | 'done'

const isRight = ({ tries }: Walking, { id }: Question): boolean => Boolean(tries.get(id)?.right_at)

/** How far one part has come. */
export function progressOf(walking: Walking, { id, questions }: Part): Progress {
  if (id === 'policies') return walking.owed.length === 0 ? 'done' : 'to-do'
  if (questions.every(one => isRight(walking, one))) return 'done'
  return questions.some(one => walking.tries.has(one.id)) ? 'begun' : 'to-do'
}

/** What is not yet done, in the order of the path. */
export const toDo = (walking: Walking): readonly Part[] =>
  partsOf(walking.walk).filter(part => progressOf(walking, part) !== 'done')

/** Where a question stands among those of its part: which are right, which come round again. */
export type Mark = 'right' | 'again' | 'to-do'

export function markOf({ tries }: Walking, { id }: Question): Mark {
  const found = tries.get(id)
  if (found?.right_at) return 'right'
  return found ? 'again' : 'to-do'
}

/** The question to ask next: one not yet answered; then those that were wrong come round again, the least tried first. */
export function nextQuestion(walking: Walking, questions: readonly Question[]): number | undefined {
  const open = questions
    .map((one, at) => ({ at, one, tries: walking.tries.get(one.id)?.tries ?? 0 }))
    .filter(({ one }) => !isRight(walking, one))
    .sort((a, b) => a.tries - b.tries || a.at - b.at)
  return open[0]?.at
}

/** Where a part begins, or goes on. A lesson that has been begun goes on with its questions. */
export function placeIn(walking: Walking, part: Part): string {
  if (part.id === 'policies') return routes.path.to()
  const next = (nextQuestion(walking, part.questions) ?? 0) + 1
  if (part.id === 'situations') return routes.scenario.to({ number: `${next}` })
  return progressOf(walking, part) === 'begun'
    ? routes.question.to({ lesson: part.id, question: `${next}` })
    : routes.lesson.to({ lesson: part.id })
}

/** The next part to walk. Policies can be signed at any time, so they hold up nothing but the end. */
export function nextPart(walking: Walking): Part | undefined {
  const left = toDo(walking)
  return left.find(({ id }) => id !== 'policies') ?? left[0]
}

/** Where the path goes on from here. */
export function onward(walking: Walking): string {
  const next = nextPart(walking)
  return next ? placeIn(walking, next) : routes.finish.to()
}

/** How many answers each part took. Which of them were wrong is not asked. */
export const triesByPart = (walking: Walking): Readonly<Record<string, number>> =>
  Object.fromEntries(
    partsOf(walking.walk)
      .filter(({ questions }) => questions.length > 0)
      .map(({ id, questions }) => [
        id,
        questions.reduce((sum, one) => sum + (walking.tries.get(one.id)?.tries ?? 0), 0),
      ]),
  )
