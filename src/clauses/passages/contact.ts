import { both, inTheme } from '../clause.ts'

/** Being in contact with children, families and adults who may be at risk. */
export const contact = inTheme({
  'through-us': {
    heading: 'Contact goes through us',
    kinds: both,
    carries: ['EM-BEST-1', 'PH-GOOD-1', 'GEN-APP-3', 'SUM-APP-3.1', 'GEN-APP-5', 'SUM-APP-5'],
    text: `Use only the accounts, addresses and telephones that we give you for contact with children and families. Give out {work-contact}.

A chat is a written document. We keep it, and others may read it later. Write as you would in a letter.`,
  },
  'no-own-phone': {
    heading: 'Never from your own phone or accounts',
    kinds: both,
    carries: [
      'PH-DONT-1',
      'PH-DONT-NOTE',
      'GEN-INAPP-2',
      'SUM-INAPP-2',
      'PH-INPLACE-1',
      'PH-POOR-1',
      'SN-DONT-1',
      'SN-EITHER-1',
      'SN-POOR-4',
    ],
    text: `Do not contact children, young people, parents, carers or adults who may be at risk from anything of your own. That means:

- your own phone: no calls, texts, emails or apps
- your own social network profile, on any device, ours or yours

There is one exception, and it is for equipment only. It is in “Your own equipment”.`,
    question: {
      asks: 'The minibus is late and the work phone is flat. May you text a parent from your own phone?',
      matters: 1,
      answers: [
        {
          text: 'Yes, if I delete the text afterwards',
          right: false,
          why: 'Deleting it does not take your number back. Use our phones, or ask the office to call.',
        },
        {
          text: 'No. I ask the office, or a colleague with a work phone, to do it',
          right: true,
          why: 'Yes. The parent hears in time, and your own number stays yours.',
        },
        {
          text: 'Yes, as it is a parent and not a child',
          right: false,
          why: 'The rule protects parents and carers too, and it protects you.',
        },
      ],
    },
  },
  'own-email': {
    heading: 'Never from your own email account',
    kinds: both,
    carries: ['EM-DONT-1', 'EM-EITHER-1', 'EM-POOR-1', 'EM-INPLACE-1'],
    text: `Do not write to children, young people, parents, carers or adults who may be at risk from a personal email account. It makes no difference whether you are on a phone or on the web. There is no exception.`,
    question: {
      asks: 'Your work email is down. A parent is waiting for an answer. What do you do?',
      matters: 2,
      answers: [
        {
          text: 'Answer from my own email account, and copy my manager in',
          right: false,
          why: 'A personal account is never used, even with a manager copied in. Call from a work phone.',
        },
        {
          text: 'Call from a work phone, or wait until the account works',
          right: true,
          why: 'Yes. There is no exception for email, but there are other ways to reach them.',
        },
      ],
    },
  },
})
