import { both, inTheme } from '../clause.ts'

/** Being in contact with children, families and adults who may be at risk. */
export const contact = inTheme({
  'through-us': {
    heading: 'Contact goes through us',
    kinds: both,
    carries: ['EM-BEST-1', 'PH-GOOD-1', 'GEN-APP-3', 'SUM-APP-3.1', 'GEN-APP-5', 'SUM-APP-5'],
    text: `Use only the accounts, addresses and telephones that we give you for contact with children and families. Give out {work-contact}.

An online chat is a document in writing. We keep it, and others may read it later. Write as you would in a letter.`,
  },
  'no-own-phone': {
    heading: 'Never from your own phone or profile',
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
- your own social network profile, on any device, ours or yours. Do not take or share pictures of them there either

There is never an exception for a personal profile. What holds for equipment is in our acceptable use policy, under “Your own equipment”.`,
    question: {
      asks: 'The minibus is late and the work phone is flat. May you text a parent from your own phone?',
      matters: 1,
      answers: [
        {
          text: 'Yes, if I delete the text afterwards',
          right: false,
          why: 'Deleting it does not take your number back. Ask the office to call the parent.',
        },
        {
          text: 'No. I ask the office, or a colleague with a work phone, to tell them',
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
    text: `Do not write to children, young people, parents, carers or adults who may be at risk from a personal email account. It makes no difference whether you are on a phone or on the web. There is no exception, and a manager cannot make one.`,
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
  'never-alone': {
    heading: 'Work only, and never alone with a child',
    kinds: both,
    carries: ['GEN-INAPP-3', 'SUM-INAPP-3', 'GEN-GUIDE-2'],
    restsOn: ['two-adults'],
    text: `Write to children and families about the work, and about nothing personal. Do not send messages that we do not keep or cannot see.

A second responsible adult is in every message and every video call with a child. If you have to call a child with nobody beside you, your manager agrees first. Put a note of it on the record the same day.`,
    label: 'A second adult in every message; a call alone with a manager’s agreement and a note',
    wordings: {
      'no-calls-alone': {
        label: 'A second adult in every message and every call with a child, always',
        standing: 'stricter',
        text: `Write to children and families about the work, and about nothing personal. Do not send messages that we do not keep or cannot see.

A second responsible adult is in every message, every video call and every telephone call with a child. There is no exception.`,
        rules: [{ act: 'call', when: { who: 'child', sight: ['nobody', 'noted'] }, atMost: 'forbidden' }],
        question: {
          asks: 'You have to call a 15-year-old about a change of plan. Nobody else is in the office. What do you do?',
          matters: 1,
          answers: [
            {
              text: 'Call, and write a note afterwards',
              right: false,
              why: 'Here a second adult is in every call with a child. Call the parent, or find a colleague.',
            },
            {
              text: 'Call the parent, or find a second adult first',
              right: true,
              why: 'Yes. A second adult is in every call with a child, without exception.',
            },
          ],
        },
      },
    },
    question: {
      asks: 'A 14-year-old writes to you in the team’s conversation and asks to talk to you alone online. What do you do?',
      matters: 1,
      answers: [
        {
          text: 'Agree, if it is about the work',
          right: false,
          why: 'Even about the work, a second adult is in every message and video call with a child.',
        },
        {
          text: 'Keep a second adult in it, and tell {designated-person} if the child seems worried',
          right: true,
          why: 'Yes. The child is heard, and nobody is alone.',
        },
        {
          text: 'Take it to my own account, where it is private',
          right: false,
          why: 'Never. Your own account is never used, and a private talk leaves you both unprotected.',
        },
      ],
    },
  },
})
