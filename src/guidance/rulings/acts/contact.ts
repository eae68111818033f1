import { type ActDefinition, agreed, device, profile, purpose, sight, who } from '../fact.ts'

/** Being in contact with somebody. */
export const contact = {
  message: {
    says: 'Send a message in an app, on a social network or on a website',
    facts: { who, profile, device, purpose, sight },
  },
  email: {
    says: 'Send an email',
    facts: {
      who,
      account: {
        kind: 'scale',
        asks: 'Which email account is it from?',
        values: { own: 'My own', organisation: 'The one my organisation gave me' },
      },
      device,
      purpose,
      sight: {
        kind: 'scale',
        asks: 'Who gets it?',
        values: { alone: 'The one person', 'second-adult': 'Another responsible adult gets it as well' },
      },
    },
  },
  call: {
    says: 'Make or take a telephone call',
    facts: {
      who,
      device,
      purpose,
      sight: {
        kind: 'scale',
        asks: 'Who knows of the call?',
        values: {
          nobody: 'Only the two of us',
          noted: 'I put a note of it on the record',
          'second-adult': 'I put a note of it on the record, and another responsible adult is with me',
        },
      },
    },
  },
  text: {
    says: 'Send a text',
    facts: { who, device, purpose, sight },
  },
  'go-live': {
    says: 'Meet somebody by webcam or video, or stream something live',
    facts: {
      who: { ...who, asks: 'Who would see it or take part?' },
      device: { ...device, asks: 'Whose camera and account are they?' },
      safeguards: {
        kind: 'scale',
        asks: 'Are its safeguards in place?',
        hint: 'Who may come in is controlled, and recording, private chat and whatever else you do not need is off.',
        values: { none: 'No, or I have not looked', 'in-place': 'Yes' },
      },
      adults: {
        kind: 'scale',
        asks: 'Is another responsible adult there?',
        values: { alone: 'No', 'second-adult': 'Yes' },
      },
    },
  },
  'follow-up': {
    says: 'Stay in touch after the work with somebody is over',
    facts: {
      who: {
        kind: 'one-of',
        asks: 'Who is it with?',
        values: {
          child: 'A child or young person',
          'at-risk': 'An adult who may be at risk',
          parent: 'A parent or carer',
        },
      },
      by: {
        kind: 'scale',
        asks: 'How would you be in touch?',
        values: { own: 'By an account or phone of my own', organisation: 'Through my organisation' },
      },
      purpose,
      agreed: agreed('Has your manager agreed to it?'),
      sight,
    },
  },
} as const satisfies Readonly<Record<string, ActDefinition>>
