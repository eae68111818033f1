import { both, inTheme } from '../clause.ts'

/** Profiles for work, and the organisation's own pages. */
export const profiles = inTheme({
  'professional-profiles': {
    heading: 'Profiles for work',
    kinds: both,
    carries: [
      'SN-BEST-1',
      'SN-BEST-2',
      'SN-BEST-3',
      'SN-BEST-4',
      'SUM-APP-3.1',
      'SUM-APP-3.2',
      'GEN-APP-3',
      'SN-INPLACE-2',
    ],
    mind: 'Managers know which profiles for work there are, and look over them.',
    text: `Contact on a social network, where your work needs it, goes through a profile kept for work. Young people keep several profiles themselves, and will understand.

- Your manager agrees to it before you make it, knows its name, and can look at it at any time.
- Nothing on it leads to your personal profile.
- It is not open to everybody. You look over its settings when you make it, and whenever we ask you to.
- Your manager looks over it at least twice a year, and when you leave it is closed or handed over.`,
    label: 'Allowed when a manager has agreed, and looked over twice a year',
    wordings: {
      'not-used': {
        label: 'Not used: contact on social networks goes through the organisation’s own pages',
        standing: 'stricter',
        text: `Do not make a profile of your own for work. Contact on a social network, where the work needs it, goes through our own pages and accounts. Young people are used to one page for one thing, and will understand.

Your manager says who may write there. Those pages are not open to everybody, and nothing on them leads to anybody’s personal profile. Your manager looks over them at least twice a year.`,
        rules: [{ act: 'make-profile', when: { use: 'work' }, atMost: 'forbidden' }],
        question: {
          asks: 'You would like to answer young people on a social network. How do you go about it?',
          matters: 2,
          answers: [
            {
              text: 'Make a profile for work and tell my manager afterwards',
              right: false,
              why: 'Here nobody makes a profile of their own for work. Ask to write on our own pages.',
            },
            {
              text: 'Ask my manager whether I may write on our own pages',
              right: true,
              why: 'Yes. Contact on social networks goes through our own pages.',
            },
          ],
        },
      },
    },
    question: {
      asks: 'You would like a profile for work, to answer young people on a social network. What comes first?',
      matters: 2,
      answers: [
        {
          text: 'I make it, and link it to my own so that they know it is me',
          right: false,
          why: 'Nothing on it may lead to your personal profile, and your manager agrees first.',
        },
        {
          text: 'My manager agrees to it',
          right: true,
          why: 'Yes. Then your manager knows its name and can look at it.',
        },
        {
          text: 'I make it, and see whether it works before I tell anybody',
          right: false,
          why: 'A profile for work that nobody has agreed to is poor practice. Your manager agrees first.',
        },
      ],
    },
  },
  'our-pages': {
    heading: 'Writing in our name',
    kinds: both,
    carries: ['SUM-APP-3.2', 'GEN-GUIDE-3'],
    text: `Only those we have asked write on our pages. Have a colleague read it first if it shows or is about a child or family. Somebody who answers for the page looks at what others write there every working day.`,
    label: 'Read first by a colleague when it is about a child or family',
    wordings: {
      'always-read': {
        label: 'Everything is read first by a colleague',
        standing: 'stricter',
        text: `Only those we have asked write on our pages. A colleague reads everything first, whatever it is about. Somebody who answers for the page looks at what others write there every working day.`,
        rules: [
          {
            act: 'post',
            when: { what: 'ordinary', page: 'work', checked: 'no' },
            atMost: 'poor',
          },
        ],
      },
    },
  },
})
