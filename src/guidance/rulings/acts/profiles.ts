import { type ActDefinition, agreed, known, profile, who } from '../fact.ts'

/** What people do on social networks. */
export const profiles = {
  'add-contact': {
    says: 'Add or accept somebody as a friend or contact',
    facts: {
      who: { kind: 'one-of', asks: 'Who is it?', values: known },
      profile,
      work: {
        kind: 'one-of',
        asks: 'Do you work with them, or their family, now?',
        values: { now: 'Yes', over: 'No, that is over' },
      },
      settings: {
        kind: 'scale',
        asks: 'Who can see what is on the profile?',
        values: { open: 'Anybody, or I am not sure', closed: 'Only the people it is meant for' },
      },
    },
  },
  'share-details': {
    says: 'Give somebody contact details, or let them see them',
    facts: {
      who: {
        ...who,
        asks: 'Who would have them?',
        values: { ...who.values, everybody: 'Everybody: they would be public' },
      },
      whose: {
        kind: 'scale',
        asks: 'Which details are they?',
        hint: 'A number, an address, an account, a website, a picture store, a password.',
        values: { own: 'My own', organisation: 'Those my organisation gave me for work' },
      },
    },
  },
  'make-profile': {
    says: 'Make a profile, or go over the one I have',
    facts: {
      use: {
        kind: 'one-of',
        asks: 'What is the profile for?',
        values: { private: 'My private life', work: 'My work' },
      },
      settings: {
        kind: 'scale',
        asks: 'Who can see what is on it?',
        values: { open: 'Anybody, or I am not sure', closed: 'Only the people it is meant for' },
      },
      content: {
        kind: 'scale',
        asks: 'Would everything on it suit somebody with a professional name to lose?',
        values: { unsuitable: 'No, or I am not sure', suitable: 'Yes' },
      },
      agreed: agreed('Has your manager agreed to it?'),
      apart: {
        kind: 'scale',
        asks: 'Does anything on it lead to your own profile?',
        values: { linked: 'Yes, or I am not sure', apart: 'No' },
      },
    },
  },
  post: {
    says: 'Post or publish something I wrote',
    facts: {
      what: {
        kind: 'one-of',
        asks: 'What is it about?',
        hint: 'Choose the last in this list that fits.',
        values: {
          ordinary: 'Something ordinary',
          temper: 'My work, or somebody at it, and I am angry or upset',
          family: 'A child or family I know through work, whether I name them or not',
          unlawful: 'Something grossly irresponsible or against the law, as if it were fine',
          harmful: 'Something obscene, or that does a person harm and may be untrue',
        },
      },
      page: {
        kind: 'one-of',
        asks: 'Where would it be?',
        values: { own: 'On a page or profile of my own', work: 'On a page or profile for work' },
      },
      agreed: agreed('Has your manager agreed to that page or profile?'),
      checked: agreed('Has somebody else read it first?'),
    },
  },
  play: {
    says: 'Play a game online with somebody',
    facts: {
      who: { kind: 'one-of', asks: 'Who is it with?', values: known },
      checked: agreed('Have you found out who they are?'),
    },
  },
} as const satisfies Readonly<Record<string, ActDefinition>>
