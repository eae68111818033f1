import type { StatementId } from '../guidance/index.ts'

/** One of the three cases, told as a short lesson. */
export interface Lesson {
  readonly number: string
  readonly title: string
  readonly inShort: string
  readonly happened: readonly StatementId[]
  readonly cameOfIt: readonly StatementId[]
  /** What to take from it, in our own words, each with the statement that it teaches. */
  readonly take: readonly { readonly words: string; readonly teaches: StatementId }[]
  readonly ask: readonly { readonly question: string; readonly answer: string }[]
}

export const lessons: readonly Lesson[] = [
  {
    number: '1',
    title: 'The manager who let off steam',
    inShort: 'Privacy settings that did not hold, and a job lost.',
    happened: ['CASE-1-FACTS', 'CASE-1-LESSON'],
    cameOfIt: ['CASE-1-OUTCOME'],
    take: [
      { words: 'Take it that everybody can read it, whatever your settings say.', teaches: 'GEN-APP-7.1' },
      { words: 'What has been put online cannot be taken back.', teaches: 'GEN-APP-7.2' },
      { words: 'Where you work is known. What you write in anger is read as your work.', teaches: 'BG-4' },
      {
        words: 'Know your organisation’s policy. Where the facts match, a clear one decided it.',
        teaches: 'GEN-APP-6',
      },
    ],
    ask: [
      {
        question:
          'You have had a bad afternoon with a family, and only friends can see your page. May you write about it?',
        answer:
          'No. Friends have friends, and the family may be among them. Talk to your manager, and if it was abuse, have it put on record at work.',
      },
    ],
  },
  {
    number: '2',
    title: 'The page against the rota',
    inShort:
      'The 2015 text leaves out the end: where the facts match, a tribunal found the dismissal unfair.',
    happened: ['CASE-2-FACTS'],
    cameOfIt: ['CASE-2-OUTCOME'],
    take: [
      { words: 'Complain about work through work: your manager, your union, a grievance.', teaches: 'BG-4' },
      {
        words:
          'If you have put up something you should not have, take it down and say so at once. Where the facts match, that counted.',
        teaches: 'SUM-APP-5',
      },
      {
        words:
          'For managers: look at the record, at what the policy said and whether it was known, and at what the person did when told.',
        teaches: 'GEN-STATUS',
      },
    ],
    ask: [
      {
        question: 'Somebody in your team has started a page against a change at work. Do you dismiss them?',
        answer:
          'Not for that alone. Show them the policy and ask them to take it down. Where the facts were like these, dismissal was found unfair: a clean record, an apology, and the page gone as soon as the policy was read.',
      },
    ],
  },
  {
    number: '3',
    title: 'The message two weeks later',
    inShort: 'A relationship that began with one private message after the work had ended.',
    happened: ['CASE-3-DETAIL-1', 'CASE-3-DETAIL-2'],
    cameOfIt: ['CASE-3-FACTS'],
    take: [
      { words: 'The end of the work is not the end of your position.', teaches: 'SN-POOR-2' },
      {
        words: 'Do not get in touch privately, and do not keep the details that would let you.',
        teaches: 'PH-POOR-2',
      },
      {
        words: 'If one of them gets in touch with you, do not answer. Tell your manager.',
        teaches: 'GEN-INAPP-5',
      },
      { words: 'How it could look matters, before anything has happened.', teaches: 'GEN-GUIDE-2' },
    ],
    ask: [
      {
        question: 'A young person who left your group last month sends you a friend request. What do you do?',
        answer: 'Do not accept and do not answer. Tell your manager the same day, so that it is known.',
      },
    ],
  },
]
