import type { Question } from './question.ts'

export const lessonIds = ['why', 'case-1', 'case-2', 'case-3', 'name', 'law'] as const
export type LessonId = (typeof lessonIds)[number]

/** A page or two to read, with a question or two at its end. What it says is in lesson-words.tsx. */
export interface CourseLesson {
  readonly id: LessonId
  readonly title: string
  readonly inShort: string
  readonly minutes: number
  readonly questions: readonly [Question, ...Question[]]
}
