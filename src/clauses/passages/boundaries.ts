import { both, inTheme } from '../clause.ts'

/** Keeping one's own life and the work apart: boundaries, details, games, and what holds when the work is over. */
export const boundaries = inTheme({
  boundaries: {
    heading: 'A friendly worker, and not a friend',
    kinds: both,
    carries: ['GEN-GUIDE-2'],
    restsOn: ['position-of-trust'],
    text: `Do nothing that could look as though you want a personal relationship with a child or with an adult who may be at risk. No secrets, no private jokes, no presents arranged online, no messages late at night.

If a child or an adult seems to want more than your work from you, tell your manager the same day.`,
    question: {
      asks: 'A young person asks you to keep a friendly message between the two of you. What do you do?',
      matters: 2,
      answers: [
        {
          text: 'Keep it, as it is harmless and builds trust',
          right: false,
          why: 'A secret between you is what somebody grooming a child would ask for. Tell your manager.',
        },
        {
          text: 'Say kindly that I keep no secrets, and tell my manager the same day',
          right: true,
          why: 'Yes. It protects the young person, and it protects you.',
        },
      ],
    },
  },
  'when-they-write-first': {
    heading: 'If a child or family reaches you privately',
    kinds: both,
    carries: ['SN-DONT-2', 'GEN-INAPP-5', 'GEN-GUIDE-2'],
    restsOn: ['child-writes-first'],
    text: `Do not answer there. Tell your manager the same day, and leave the message where it is. We answer through our own number or account, and speak to the parents of a child. If it happens again, tell {designated-person}.`,
    question: {
      asks: 'A child you work with finds your own account and writes “hi”. What do you do?',
      matters: 1,
      answers: [
        {
          text: 'Write back once, to say that I may not write there',
          right: false,
          why: 'An answer is contact, however kind. Your manager will see that the child hears why.',
        },
        {
          text: 'Delete it and block them',
          right: false,
          why: 'Then nobody can see what happened. Leave it where it is and tell your manager.',
        },
        {
          text: 'Do not answer, leave it there, and tell my manager the same day',
          right: true,
          why: 'Yes. We answer through our own account, and speak to the parents.',
        },
      ],
    },
  },
  'your-details': {
    heading: 'Your own details stay yours',
    kinds: both,
    carries: ['GEN-INAPP-1', 'SUM-INAPP-1', 'GEN-INAPP-4', 'SUM-INAPP-4.1', 'PH-SAFE-3', 'PH-RISK-1'],
    text: `Do not give children, young people, parents or carers any of your own details. That means your number and address, your accounts and web pages, where you keep pictures, and any password or PIN.

If somebody you work with has got your number, tell your manager and think about a new one. People who have it may pester you.`,
    question: {
      asks: 'A parent asks for your own number, just in case something happens at the weekend. What do you give them?',
      matters: 2,
      answers: [
        {
          text: 'My number, as it is for the child’s safety',
          right: false,
          why: 'In danger they call 999. For everything else they have {work-contact}.',
        },
        {
          text: '{work-contact}',
          right: true,
          why: 'Yes. In danger they call 999, and for everything else they have that.',
        },
      ],
    },
  },
  games: {
    heading: 'Games online',
    kinds: both,
    carries: ['GEN-INAPP-7', 'SUM-INAPP-7.1', 'SUM-INAPP-7.2'],
    text: `Do not play games online with children, young people, parents or carers you know through your work. Many games pair you with strangers. Find out who somebody is before you play, and stop if it turns out to be a child you work with.`,
    question: {
      asks: 'You are playing online at home and see that the other player is a child from your group. What do you do?',
      matters: 3,
      answers: [
        {
          text: 'Finish the game, but say nothing personal',
          right: false,
          why: 'Playing is contact that nobody else can see. Stop, and tell your manager.',
        },
        {
          text: 'Stop playing, and tell my manager',
          right: true,
          why: 'Yes. It happened by chance, and now somebody knows of it.',
        },
      ],
    },
  },
  'after-the-work': {
    heading: 'When the work with somebody is over',
    kinds: both,
    carries: ['SN-POOR-2', 'PH-POOR-2', 'CASE-3-DETAIL-2'],
    text: `These rules go on when the work is over. Do not take a child, a young person or a family as friends on a personal profile then either. Keep none of their contact details for yourself.

If there is a reason to stay in touch, your manager agrees first. It goes through our accounts, about the work.`,
    label: 'For good; contact through us with a manager’s agreement',
    wordings: {
      'senior-manager': {
        label: 'For good; contact through us only with a senior manager’s agreement',
        standing: 'stricter',
        text: `These rules go on when the work is over. Do not take a child, a young person or a family as friends on a personal profile then either. Keep none of their contact details for yourself.

If there is a reason to stay in touch, {exceptions-by} agrees first. It goes through our accounts, about the work.`,
        rules: [{ act: 'follow-up', when: {}, atMost: 'safe', needs: ['senior-manager'] }],
        question: {
          asks: 'The work with a family ended in spring. You would like to ask how they are. What do you do?',
          matters: 1,
          answers: [
            {
              text: 'Send a message from my own account, as the work is over',
              right: false,
              why: 'The rules go on when the work is over. Nothing goes from an account of your own.',
            },
            {
              text: 'Ask {exceptions-by} first, and write through our accounts if it is agreed',
              right: true,
              why: 'Yes. It is agreed first, and it stays about the work.',
            },
          ],
        },
      },
      'two-years': {
        label: 'For two years after the work',
        standing: 'weaker',
        text: `These rules go on for two years after the work is over. Until then, do not take a young person or a family as friends on a personal profile. Keep none of their contact details for yourself.

If there is a reason to stay in touch, your manager agrees first. It goes through our accounts, about the work.`,
        lacks: 'After two years it lets a worker be friends with a family they worked with.',
        weakerOn: ['SN-POOR-2', 'CASE-3-DETAIL-2'],
        allows: [
          {
            act: 'add-contact',
            when: { who: ['child', 'at-risk', 'parent'], profile: 'own', work: 'over' },
            to: 'safe',
          },
        ],
      },
    },
    question: {
      asks: 'The day after your work with a family ends, the mother sends your own profile a friend request. What do you do?',
      matters: 1,
      answers: [
        {
          text: 'Accept it, as the work is over',
          right: false,
          why: 'The rules go on when the work is over. Through her, other families may reach your profile.',
        },
        {
          text: 'Leave it, and tell my manager',
          right: true,
          why: 'Yes. If there is a reason to stay in touch, it goes through our accounts.',
        },
      ],
    },
  },
})
