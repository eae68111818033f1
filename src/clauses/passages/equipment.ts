import { acceptableUse, inTheme } from '../clause.ts'

const family = ['child', 'at-risk', 'parent'] as const
/** Everything that is not the organisation's. */
const own = ['own', 'agreed'] as const

/** Phones, cameras and computers: ours, and one's own. */
export const equipment = inTheme({
  'our-equipment': {
    heading: 'Our equipment: out and back',
    kinds: acceptableUse,
    carries: [
      'IM-BEST-1',
      'IM-BEST-2',
      'PH-GOOD-1',
      'PH-GOOD-2',
      'IM-INPLACE-4',
      'PH-INPLACE-2',
      'PH-INPLACE-3',
    ],
    mind: 'There are phones and cameras to give out, and a list of who has which.',
    text: `We give you the phones, cameras and computers that your work needs. Collect them from {equipment-from}, sign them out in your name, and bring them back there on the day agreed.

- For a trip: check before you go that the phone is charged and has credit.
- To go abroad: have it checked that the phone works there.
- Back from a trip: {pictures-moved-by} moves the pictures to our storage and deletes them from the camera. Equipment comes back empty.`,
    question: {
      asks: 'You have a camera out for a trip. What has happened by the time it is back?',
      matters: 2,
      answers: [
        {
          text: 'It is signed in, with the pictures still on it for whoever has it next',
          right: false,
          why: 'Equipment comes back empty. The pictures go to our storage first.',
        },
        {
          text: 'The pictures are in our storage and deleted from the camera, and it is signed in',
          right: true,
          why: 'Yes. {pictures-moved-by} sees to that.',
        },
      ],
    },
  },
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

The only exception is one that {exceptions-by} agrees to beforehand. It is written down, for a named person, a named purpose and a fixed time; for a webcam, for one project. You cannot agree to it for yourself. When the time is over, it is over.

There is no exception for personal email accounts or personal profiles.`,
    label: 'Not, but for an exception that a senior manager agrees to and writes down',
    wordings: {
      never: {
        label: 'Never: we make no exceptions',
        standing: 'stricter',
        text: `Do not use your own phone, camera, webcam or computer for work with children and families. The camera in your phone counts.

We make no exceptions. If the equipment you need is not there, tell {exceptions-by}, and we find some or do it another way.`,
        rules: [
          { act: 'use-device', when: { device: own }, atMost: 'forbidden' },
          { act: 'message', when: { who: family, device: own }, atMost: 'forbidden' },
          { act: 'email', when: { who: family, device: own }, atMost: 'forbidden' },
          { act: 'call', when: { who: family, device: own }, atMost: 'forbidden' },
          { act: 'text', when: { who: family, device: own }, atMost: 'forbidden' },
          { act: 'go-live', when: { who: family, device: own }, atMost: 'forbidden' },
          {
            act: 'take-picture',
            when: { shows: ['child', 'adult', 'nobody'], device: own },
            atMost: 'forbidden',
          },
          { act: 'record', when: { device: own }, atMost: 'forbidden' },
          { act: 'retain', when: { where: own }, atMost: 'forbidden' },
        ],
        question: {
          asks: 'There is no camera left for the outing. Who can agree that you use your own phone?',
          matters: 1,
          answers: [
            {
              text: 'My manager, if nothing else can be found',
              right: false,
              why: 'Here nobody can agree to it. Tell {exceptions-by}, and go without pictures if need be.',
            },
            {
              text: 'Nobody. I tell {exceptions-by}, and we do it another way',
              right: true,
              why: 'Yes. We make no exceptions, for anybody.',
            },
          ],
        },
      },
      'manager-agrees': {
        label: 'With your own manager’s agreement',
        standing: 'weaker',
        text: `Do not use your own phone, camera, webcam or computer for work with children and families, unless your manager has agreed to it beforehand. The camera in your phone counts.

There is no exception for personal email accounts or personal profiles.`,
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
          why: 'A colleague cannot agree to it. It has to be {exceptions-by}, before the trip and in writing.',
        },
        {
          text: '{exceptions-by}, before the trip, in writing and for a fixed time',
          right: true,
          why: 'Yes. It is written down for you, for this trip and for no longer.',
        },
      ],
    },
  },
  'lock-it': {
    heading: 'Lock it, and look after what is on it',
    kinds: acceptableUse,
    carries: ['GEN-APP-2', 'SUM-APP-2', 'GEN-GUIDE-1', 'INT-3'],
    restsOn: ['data-breach'],
    text: `Lock every device you use for work with a password or PIN, and share it with nobody. You answer for what is on it. Nobody else, at home either, uses our equipment.

If a device is lost, or private information may have got out, tell {computers-by} at once, at any hour. A serious leak has to be reported within 72 hours, so every hour counts.`,
    question: {
      asks: 'On Friday night you cannot find your work phone. When do you tell {computers-by}?',
      matters: 2,
      answers: [
        {
          text: 'On Monday, when I have looked everywhere',
          right: false,
          why: 'A serious leak has to be reported within 72 hours. Tell us now: it may turn up later.',
        },
        {
          text: 'At once',
          right: true,
          why: 'Yes. The phone can be shut from afar, and the time to report a leak is short.',
        },
      ],
    },
  },
  'what-is-built-in': {
    heading: 'Know what is built in',
    kinds: acceptableUse,
    carries: [
      'GEN-APP-8',
      'SUM-APP-8',
      'GEN-APP-9',
      'SUM-APP-9.1',
      'SUM-APP-9.2',
      'PH-GOOD-3',
      'PH-SAFE-2',
      'LS-BEST-1',
    ],
    text: `When you get a device, ours or one of your own, find out what it can do. Turn off or protect what you do not need. Phones can tell where you are, games consoles have cameras, and a work phone may open sites that a work computer blocks.

Turn Bluetooth off. Others can come in by it and pretend to be you. If you need it, for a hearing aid for example, ask {computers-by} to make it safe.`,
    question: {
      asks: 'You are given a new work phone. What do you do first?',
      matters: 3,
      answers: [
        {
          text: 'Use it as it comes, since somebody will have set it up',
          right: false,
          why: 'It may tell where you are or copy pictures elsewhere. Look at what is built in first.',
        },
        {
          text: 'Find out what it can do, and turn off what I do not need',
          right: true,
          why: 'Yes. Bluetooth, location and copying to an online store are the usual ones.',
        },
      ],
    },
  },
})
