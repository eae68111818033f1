import { doing, type Scenario } from './scenario.ts'

/** The internet at work, what is kept, and telling somebody of a worry. */
export const internet: readonly Scenario[] = [
  {
    id: 'birthday-present',
    way: 'internet',
    contact: false,
    kind: 'may',
    says: 'In your lunch break you want to order a birthday present on the work computer. Your organisation’s policy allows private use, and its filter and monitoring are on. Whatever you type may be seen.',
    asks: 'May you?',
    proposed: doing('browse', { what: 'private', allowed: 'yes', protected: 'on' }),
  },
  {
    id: 'round-the-filter',
    way: 'internet',
    contact: false,
    kind: 'may',
    says: 'The filter blocks a page that you need for your work. A colleague shows you a way round it that takes ten seconds.',
    asks: 'May you use it, just this once?',
    proposed: doing('browse', { what: 'work', allowed: 'no', protected: 'off' }),
  },
  {
    id: 'you-will-not-believe-this',
    way: 'internet',
    contact: false,
    kind: 'may',
    says: 'A colleague sends you a link: “You will not believe this!” From the address you think that it may be pornographic. You are at the work computer and nobody is looking.',
    asks: 'May you open it?',
    proposed: doing('browse', { what: 'unsuitable', allowed: 'yes', protected: 'on' }),
  },
  {
    id: 'numbers-on-your-phone',
    way: 'phones',
    contact: false,
    kind: 'may',
    says: 'For an event you had a list of parents’ numbers. The event is over, and it would be handy to keep the list on your own phone for next year.',
    asks: 'May you keep it there?',
    proposed: doing('retain', { what: 'details', where: 'own', purpose: 'work' }),
  },
  {
    id: 'notes-of-a-meeting',
    way: 'internet',
    contact: false,
    kind: 'may',
    says: 'You have notes of a meeting with a family. You put them where your organisation keeps such things, and nowhere else.',
    asks: 'May you keep them like that?',
    proposed: doing('retain', { what: 'information', where: 'organisation', purpose: 'work' }),
  },
  {
    id: 'he-is-on-his-way',
    way: 'reporting',
    contact: false,
    kind: 'choose',
    says: 'A girl of 13 tells you that a man she met online is on his way to pick her up, now. Your designated person is in a meeting.',
    ways: [
      {
        words: 'Wait until the meeting is over, and tell the designated person first',
        proposed: doing('report', { to: 'designated', danger: 'now', about: 'abuse' }),
      },
      {
        words: 'Call 999, and then tell the designated person',
        proposed: doing('report', { to: '999', danger: 'now', about: 'abuse' }),
      },
      {
        words: 'Tell nobody yet, and see whether he comes',
        proposed: doing('report', { to: 'nobody', danger: 'now', about: 'abuse' }),
      },
    ],
  },
  {
    id: 'strange-messages',
    way: 'reporting',
    contact: false,
    kind: 'choose',
    says: 'A boy shows you messages from an adult he knows only online. They flatter him, and ask for pictures and for secrecy. He is safe with you, and the adult is far away.',
    ways: [
      {
        words: 'Say nothing for now: it may be a misunderstanding',
        proposed: doing('report', { to: 'nobody', danger: 'no', about: 'abuse' }),
      },
      {
        words: 'Tell the designated person at once, and see that it goes to CEOP or the police',
        proposed: doing('report', { to: 'designated', danger: 'no', about: 'abuse' }),
      },
    ],
  },
  {
    id: 'found-on-a-tablet',
    way: 'reporting',
    contact: false,
    kind: 'choose',
    says: 'On a shared tablet you come upon a site with pictures of children being abused. Nobody here is in them.',
    ways: [
      {
        words: 'Save one of the pictures as proof, to show the designated person',
        proposed: doing('keep-picture', {
          shows: 'sexual',
          where: 'camera',
          purpose: 'work',
          permission: 'no',
        }),
      },
      {
        words: 'Close it, save nothing, and give the address of the site to the Internet Watch Foundation',
        proposed: doing('report', { to: 'iwf', danger: 'no', about: 'images' }),
      },
      {
        words: 'Close it and tell nobody, so that nobody thinks it was you',
        proposed: doing('report', { to: 'nobody', danger: 'no', about: 'images' }),
      },
    ],
  },
  {
    id: 'his-own-phone',
    way: 'reporting',
    contact: false,
    kind: 'choose',
    says: 'You see a colleague whom you like taking pictures of the children on his own phone. When you look at him he laughs, and puts a finger to his lips.',
    ways: [
      {
        words: 'Leave it: you do not want to make trouble for him',
        proposed: doing('report', { to: 'nobody', danger: 'no', about: 'worker' }),
      },
      {
        words: 'Tell the designated person today what you saw',
        proposed: doing('report', { to: 'designated', danger: 'no', about: 'worker' }),
      },
    ],
  },
]
