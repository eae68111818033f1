import { doing, type Scenario } from './scenario.ts'

/** Pictures and film, and live sessions. */
export const pictures: readonly Scenario[] = [
  {
    id: 'sports-day',
    way: 'images',
    contact: true,
    kind: 'choose',
    says: 'It is sports day. The parents and the children have given permission for pictures, and the light is lovely.',
    ways: [
      {
        words: 'Take them on your own phone, and move them to your organisation’s storage the same evening',
        proposed: doing('take-picture', { shows: 'child', device: 'own', permission: 'yes', after: 'moved' }),
      },
      {
        words:
          'Take them on your organisation’s camera, and move them to its storage and delete them from the camera straight afterwards',
        proposed: doing('take-picture', {
          shows: 'child',
          device: 'organisation',
          permission: 'yes',
          after: 'moved',
        }),
      },
      {
        words: 'Take them on your organisation’s camera, and leave them on it until it is next needed',
        proposed: doing('take-picture', {
          shows: 'child',
          device: 'organisation',
          permission: 'yes',
          after: 'stays',
        }),
      },
    ],
  },
  {
    id: 'one-form-missing',
    way: 'images',
    contact: true,
    kind: 'may',
    says: 'You have your organisation’s camera and a child who is proud of what they have made. There is no permission form from the parents. The child says it is fine.',
    asks: 'May you take the picture, and ask the parents afterwards?',
    proposed: doing('take-picture', {
      shows: 'child',
      device: 'organisation',
      permission: 'no',
      after: 'moved',
    }),
  },
  {
    id: 'own-phone-for-the-camp',
    way: 'images',
    contact: true,
    kind: 'may',
    says: 'The camera is broken. A senior manager has agreed on the record that you use your own phone for this one camp. Parents and children have given permission, and the pictures go to storage and off the phone each evening.',
    asks: 'May you take pictures with it?',
    proposed: doing('take-picture', { shows: 'child', device: 'agreed', permission: 'yes', after: 'moved' }),
  },
  {
    id: 'last-years-camp',
    way: 'images',
    contact: false,
    kind: 'may',
    says: 'Clearing up your own computer, you find pictures from last year’s camp. There was permission for them, and they are too good to lose.',
    asks: 'May you keep them there?',
    proposed: doing('keep-picture', {
      shows: 'ordinary',
      where: 'own',
      purpose: 'work',
      permission: 'yes',
    }),
  },
  {
    id: 'on-the-wall',
    way: 'images',
    contact: false,
    kind: 'may',
    says: 'You are making a display for the hall with pictures from your organisation’s storage. Parents and children have given permission for just this, and no names stand beside them.',
    asks: 'May you put it up?',
    proposed: doing('use-picture', { from: 'storage', permission: 'use', named: 'unnamed' }),
  },
  {
    id: 'team-picture',
    way: 'images',
    contact: false,
    kind: 'choose',
    says: 'The team has won, and everybody would like to see it on your organisation’s website. The picture is in your organisation’s storage.',
    ways: [
      {
        words: 'Publish it: the parents said yes when it was taken',
        proposed: doing('publish-picture', {
          profile: 'agreed',
          permission: 'taking',
          named: 'unnamed',
          from: 'storage',
        }),
      },
      {
        words: 'Publish it with the children’s names, with permission for the website',
        proposed: doing('publish-picture', {
          profile: 'agreed',
          permission: 'use',
          named: 'named',
          from: 'storage',
        }),
      },
      {
        words: 'Publish it without names, with permission for the website and your manager’s agreement',
        proposed: doing('publish-picture', {
          profile: 'agreed',
          permission: 'use',
          named: 'unnamed',
          from: 'storage',
        }),
      },
    ],
  },
  {
    id: 'tuesday-online',
    way: 'live-streaming',
    contact: true,
    kind: 'choose',
    says: 'Snow has shut the hall, and the Tuesday group wants to meet online. The parents have given permission, and the children would like to.',
    ways: [
      {
        words: 'Meet by your organisation’s account, on its laptop, by yourself, with everything as it came',
        proposed: doing('go-live', {
          who: 'child',
          device: 'organisation',
          safeguards: 'none',
          adults: 'alone',
        }),
      },
      {
        words: 'Meet by your own account, with a colleague there and a waiting room',
        proposed: doing('go-live', {
          who: 'child',
          device: 'own',
          safeguards: 'in-place',
          adults: 'second-adult',
        }),
      },
      {
        words:
          'Meet by your organisation’s account, on its laptop, with a colleague there, a waiting room, and private chat turned off',
        proposed: doing('go-live', {
          who: 'child',
          device: 'organisation',
          safeguards: 'in-place',
          adults: 'second-adult',
        }),
      },
    ],
  },
  {
    id: 'video-call-with-a-parent',
    way: 'live-streaming',
    contact: true,
    kind: 'may',
    says: 'A parent cannot come to the meeting and asks for a video call. You have your organisation’s laptop and account. Only the two of you can come in, and nothing is recorded.',
    asks: 'May you hold the meeting like that?',
    proposed: doing('go-live', {
      who: 'parent',
      device: 'organisation',
      safeguards: 'in-place',
      adults: 'alone',
    }),
  },
  {
    id: 'one-parent-has-not-answered',
    way: 'live-streaming',
    contact: true,
    kind: 'may',
    says: 'You want to record the online rehearsal on your organisation’s laptop, for the children to listen to. All parents but one have given permission, and that one has not answered.',
    asks: 'May you record it?',
    proposed: doing('record', { device: 'organisation', permission: 'no', purpose: 'work', after: 'moved' }),
  },
  {
    id: 'all-parents-have-answered',
    way: 'live-streaming',
    contact: true,
    kind: 'may',
    says: 'You want to record the online rehearsal on your organisation’s laptop. Every child and every parent has given permission, and the recording goes to your organisation’s storage as soon as it ends.',
    asks: 'May you record it?',
    proposed: doing('record', { device: 'organisation', permission: 'yes', purpose: 'work', after: 'moved' }),
  },
]
