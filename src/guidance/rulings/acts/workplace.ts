import { type ActDefinition, agreed, device, purpose } from '../fact.ts'

/** Equipment, the internet, and what is kept. */
export const workplace = {
  'use-device': {
    says: 'Use a phone, tablet, camera or computer for my work',
    facts: {
      device,
      signed: {
        kind: 'scale',
        asks: 'Have you read and signed your organisation’s acceptable use policy?',
        values: { no: 'No', yes: 'Yes' },
      },
      lock: {
        kind: 'scale',
        asks: 'Is it locked with a password or PIN?',
        values: { none: 'No', locked: 'Yes' },
      },
      features: {
        kind: 'scale',
        asks: 'Do you know what is built into it, and is what you do not need turned off?',
        hint: 'Bluetooth, location, the camera, copying to an online store.',
        values: { 'as-it-came': 'No, or I have not looked', off: 'Yes' },
      },
      where: {
        kind: 'one-of',
        asks: 'Where is it to be used?',
        values: { usual: 'Where I usually work', trip: 'On a trip or at an event', abroad: 'Abroad' },
      },
    },
  },
  browse: {
    says: 'Look at or download something on the internet at work',
    facts: {
      what: {
        kind: 'one-of',
        asks: 'What is it?',
        values: {
          work: 'Something for my work',
          private: 'Something of my own, such as shopping',
          unsuitable: 'Something that may be pornographic, racist, hateful or the like',
          illegal: 'Something that may be illegal',
        },
      },
      allowed: agreed('Does your organisation’s policy allow private use?'),
      protected: {
        kind: 'scale',
        asks: 'Is the software that keeps the internet safe on?',
        hint: 'Filtering and security, as your organisation set them up.',
        values: { off: 'No, or I got round it', on: 'Yes' },
      },
    },
  },
  retain: {
    says: 'Keep emails, contact details or what I know about a child or family',
    facts: {
      what: {
        kind: 'one-of',
        asks: 'What is it?',
        values: {
          emails: 'Emails or messages',
          details: 'Telephone numbers, addresses or accounts',
          information: 'Notes, recordings, or what I know about them',
        },
      },
      where: {
        kind: 'scale',
        asks: 'Where would it be kept?',
        values: {
          own: 'On my own equipment or in an account of my own',
          agreed: 'On my own equipment, which a senior manager agreed to for this',
          organisation: 'Where my organisation keeps such things',
        },
      },
      purpose,
    },
  },
} as const satisfies Readonly<Record<string, ActDefinition>>
