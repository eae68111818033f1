import { note } from '../guidance/index.ts'
import type { CourseLesson } from './lesson.ts'
import { doing } from './scenarios/index.ts'

const one: CourseLesson = {
  id: 'case-1',
  title: 'The manager who let off steam',
  inShort: 'Privacy settings that did not hold, and a job lost.',
  minutes: 2,
  questions: [
    {
      id: 'case-1/1',
      kind: 'fact',
      says: 'She had set her page so that only family and friends could read it.',
      asks: 'Why did that not help her?',
      teaches: ['CASE-1-LESSON', 'GEN-APP-7.1', 'GEN-APP-7.2'],
      answers: [
        {
          words: 'She had chosen the wrong setting',
          right: false,
          why: 'Nothing says so. What goes online is out of your hands whatever the setting: somebody who may read it shows it to somebody who may not.',
        },
        {
          words: 'What is online can reach anybody, whatever the settings say',
          right: true,
          why: 'Settings are worth having, and they are no promise. Take it that everybody can read it.',
        },
        {
          words: 'The customers had asked to be her friends',
          right: false,
          why: 'It was their daughter who read it. Nobody needs to ask you: it is enough that one of your friends knows one of theirs.',
        },
      ],
    },
    {
      id: 'case-1/2',
      way: 'social-networking',
      contact: false,
      kind: 'may',
      says: 'The day after a hard afternoon with a family you have calmed down. You would like your friends to know what you had to put up with. You would name nobody.',
      asks: 'May you post it on your own page?',
      proposed: doing('post', { what: 'family', page: 'own', agreed: 'no', checked: 'no' }),
    },
  ],
}

const two: CourseLesson = {
  id: 'case-2',
  title: 'The page against the rota',
  inShort: 'How it ended, which the 2015 text leaves out.',
  minutes: 2,
  questions: [
    {
      id: 'case-2/1',
      kind: 'fact',
      says: 'The 2015 text says that the man who began the page was disciplined, and stops there.',
      asks: 'Where the facts match, what did a tribunal find?',
      teaches: ['CASE-2-FACTS', 'CASE-2-OUTCOME'],
      answers: [
        {
          words: 'That dismissing him was fair: he had harmed the company',
          right: false,
          why: note('case-two-unfair').text,
        },
        {
          words: 'That dismissing him was unfair',
          right: true,
          why: note('case-two-unfair').text,
        },
      ],
    },
    {
      id: 'case-2/2',
      kind: 'fact',
      says: 'You have put something up about your work. Then you read the policy, and see that you should not have.',
      asks: 'What is the best thing to do?',
      teaches: ['SUM-APP-5', 'BG-4'],
      answers: [
        {
          words: 'Leave it: deleting it would look guilty',
          right: false,
          why: 'It looks worse the longer it stands. Where the facts were like these, taking the page down at once counted for him.',
        },
        {
          words: 'Take it down, and tell your manager yourself',
          right: true,
          why: 'Where the facts were like these, that he took the page down as soon as he had read the policy, and said sorry, counted for him.',
        },
        {
          words: 'Delete it quietly, and hope that nobody saw it',
          right: false,
          why: 'Taking it down is right; hoping is not. What was online may have been copied, and it is better heard from you.',
        },
      ],
    },
  ],
}

const three: CourseLesson = {
  id: 'case-3',
  title: 'The message two weeks later',
  inShort: 'The end of the work is not the end of your position.',
  minutes: 2,
  questions: [
    {
      id: 'case-3/1',
      way: 'social-networking',
      contact: true,
      kind: 'may',
      says: 'A young person who left your group last month sends a friend request to your own profile.',
      asks: 'May you accept it, now that the work is over?',
      proposed: doing('add-contact', { who: 'child', profile: 'own', work: 'over', settings: 'closed' }),
    },
  ],
}

/** The three cases, each with its questions. */
export const caseLessons: readonly CourseLesson[] = [one, two, three]
