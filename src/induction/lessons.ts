import type { CourseLesson } from './lesson.ts'
import { caseLessons } from './lesson-cases.ts'
import { lawLesson } from './lesson-law.ts'
import { doing } from './scenarios/index.ts'

export type { CourseLesson, LessonId } from './lesson.ts'

const about = { way: 'reporting', contact: false } as const

const why: CourseLesson = {
  id: 'why',
  title: 'Why this matters',
  inShort: 'What goes well, what goes wrong, and saying so when it does.',
  minutes: 1,
  questions: [
    {
      ...about,
      id: 'why/1',
      kind: 'choose',
      says: 'A colleague who has worked here for twenty years gives young people her own number, “just in case”. Everybody likes her, and so do you.',
      ways: [
        {
          words: 'Say nothing: she must know what she is doing',
          proposed: doing('report', { to: 'nobody', danger: 'no', about: 'worker' }),
        },
        {
          words: 'Tell the designated person today',
          proposed: doing('report', { to: 'designated', danger: 'no', about: 'worker' }),
        },
      ],
    },
  ],
}

const name: CourseLesson = {
  id: 'name',
  title: 'Your own name online',
  inShort: 'Friends, groups, games, a profile for work, and what to do with what you come across.',
  minutes: 3,
  questions: [
    {
      id: 'name/1',
      way: 'social-networking',
      contact: false,
      kind: 'may',
      says: 'You have joined a group for people who like old buses. Somebody in it whom you have never met asks to be your friend on your own profile.',
      asks: 'May you accept, to be friendly?',
      proposed: doing('add-contact', { who: 'stranger', profile: 'own', work: 'over', settings: 'closed' }),
    },
    {
      ...about,
      id: 'name/2',
      kind: 'choose',
      says: 'Looking for a game for your group, you land on a page where an adult is talking to a child. He asks her things about her body, and where she lives.',
      ways: [
        {
          words: 'Close the page and go on: the child is nobody you know',
          proposed: doing('report', { to: 'nobody', danger: 'no', about: 'abuse' }),
        },
        {
          words: 'Report it to CEOP, and tell the designated person',
          proposed: doing('report', { to: 'ceop', danger: 'no', about: 'abuse' }),
        },
      ],
    },
  ],
}

/** Every lesson, in the order of the path. */
export const courseLessons: readonly CourseLesson[] = [why, ...caseLessons, name, lawLesson]

export const lessonNamed = (id: string): CourseLesson | undefined => courseLessons.find(one => one.id === id)
