import { acceptableUse, inTheme } from '../clause.ts'

/** Phones, cameras and computers: ours, and one's own. */
export const equipment = inTheme({
  'own-equipment': {
    heading: 'Your own equipment',
    kinds: acceptableUse,
    carries: [
      'PH-SAFE-1',
      'IM-SAFE-1',
      'LS-SAFE-1',
      'PH-INPLACE-1',
      'IM-INPLACE-1',
      'LS-INPLACE-1',
      'IM-POOR-2',
      'LS-POOR-1',
      'PH-POOR-1',
      'GEN-INAPP-6',
      'SUM-INAPP-6',
      'IM-DONT-1',
      'IM-DONT-NOTE',
    ],
    text: `Do not use your own phone, camera, webcam or computer for work with children and families. The camera in your phone counts.

The only exception is one that {exceptions-by} agrees to beforehand. It is written down, for a named person, a named purpose and a fixed time. You cannot agree to it for yourself. When the time is over, it is over.

There is no exception for personal email accounts or personal social network profiles.`,
    label: 'Not, but for an exception that a senior manager agrees to and writes down',
    wordings: {
      never: {
        label: 'Never: we make no exceptions',
        standing: 'stricter',
        text: `Do not use your own phone, camera, webcam or computer for work with children and families. The camera in your phone counts.

We make no exceptions. If the equipment you need is not there, tell {exceptions-by}, and we find some or do it another way.`,
        rules: [
          { act: 'use-device', when: { device: ['own', 'agreed'] }, atMost: 'forbidden' },
          {
            act: 'message',
            when: { who: ['child', 'at-risk', 'parent'], device: ['own', 'agreed'] },
            atMost: 'forbidden',
          },
          {
            act: 'email',
            when: { who: ['child', 'at-risk', 'parent'], device: ['own', 'agreed'] },
            atMost: 'forbidden',
          },
          {
            act: 'call',
            when: { who: ['child', 'at-risk', 'parent'], device: ['own', 'agreed'] },
            atMost: 'forbidden',
          },
          {
            act: 'text',
            when: { who: ['child', 'at-risk', 'parent'], device: ['own', 'agreed'] },
            atMost: 'forbidden',
          },
          {
            act: 'go-live',
            when: { who: ['child', 'at-risk', 'parent'], device: ['own', 'agreed'] },
            atMost: 'forbidden',
          },
          {
            act: 'take-picture',
            when: { shows: ['child', 'adult', 'nobody'], device: ['own', 'agreed'] },
            atMost: 'forbidden',
          },
          { act: 'record', when: { device: ['own', 'agreed'] }, atMost: 'forbidden' },
          { act: 'retain', when: { where: ['own', 'agreed'] }, atMost: 'forbidden' },
        ],
      },
      'manager-agrees': {
        label: 'With your own manager’s agreement',
        standing: 'weaker',
        text: `Do not use your own phone, camera, webcam or computer for work with children and families, unless your manager has agreed to it beforehand. The camera in your phone counts.

There is no exception for personal email accounts or personal social network profiles.`,
        lacks:
          'It leaves the exception to any manager, where it is for a senior manager, written down and for a time.',
        weakerOn: [
          'PH-SAFE-1',
          'IM-SAFE-1',
          'LS-SAFE-1',
          'PH-INPLACE-1',
          'IM-INPLACE-1',
          'LS-INPLACE-1',
          'GEN-INAPP-6',
          'SUM-INAPP-6',
          'IM-DONT-1',
        ],
        allows: [
          {
            act: 'use-device',
            when: { device: 'own', signed: 'yes', lock: 'locked', features: 'off' },
            to: 'safe',
          },
          {
            act: 'take-picture',
            when: { shows: ['child', 'adult'], device: 'own', permission: 'yes', after: 'moved' },
            to: 'safe',
          },
        ],
      },
    },
    question: {
      asks: 'Who can agree that you use your own phone for a work trip?',
      matters: 1,
      answers: [
        {
          text: 'I can, if there is no other phone',
          right: false,
          why: 'You can never agree to it for yourself. Ask {exceptions-by} before the trip.',
        },
        {
          text: 'Any colleague who is on the trip',
          right: false,
          why: 'A colleague cannot agree to it. Only {exceptions-by} can, before the trip and in writing.',
        },
        {
          text: '{exceptions-by}, before the trip, in writing and for a fixed time',
          right: true,
          why: 'Yes. It is written down for you, for this trip and for no longer.',
        },
      ],
    },
  },
})
