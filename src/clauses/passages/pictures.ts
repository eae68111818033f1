import { acceptableUse, both, inTheme } from '../clause.ts'

/** Pictures, still and moving; live sessions and recordings. */
export const pictures = inTheme({
  'taking-pictures': {
    heading: 'Taking pictures',
    kinds: acceptableUse,
    carries: ['IM-INPLACE-2', 'IM-INPLACE-3', 'IM-DONT-1', 'IM-BEST-1', 'IM-RISK-1'],
    restsOn: ['picture-permission', 'pictures-against-wishes'],
    mind: 'There is a list of permissions, kept up to date, that staff can look at.',
    text: `Take photographs and films of children and families only with our equipment, for the work, and when there is permission. “Your own equipment” says what holds for yours.

Look at the list of permissions before you begin. Two of you look, so that it does not hang on one person.

Stop when a child does not want it. Take no picture where clothing is not suitable, or of a child who must not be found.`,
    question: {
      asks: 'A child’s mother has given permission for pictures. Today the child does not want to be in one. What do you do?',
      matters: 2,
      answers: [
        {
          text: 'Take it, as there is permission',
          right: false,
          why: 'The child’s wish counts as well. Leave the child out.',
        },
        {
          text: 'Leave the child out',
          right: true,
          why: 'Yes. Parent and child both have to agree.',
        },
      ],
    },
  },
  'picture-permission': {
    heading: 'Permission for pictures',
    kinds: both,
    carries: ['IM-INPLACE-3', 'IM-INPLACE-2'],
    restsOn: ['picture-permission', 'picture-basis'],
    text: `The parent or carer gives permission, and the child agrees: to the taking, and to each use by itself. A display on our wall, our website and a newspaper are three uses. Either of them can take it back at any time.

Publish pictures only on our own pages, and without the child’s name. A manager agrees before they go out. On our own walls a name stands beside a picture only when that was agreed to as well.`,
    label: 'No names where it is published; on our walls by agreement',
    wordings: {
      'no-names': {
        label: 'No child’s name beside a picture, anywhere',
        standing: 'stricter',
        text: `The parent or carer gives permission, and the child agrees: to the taking, and to each use by itself. A display on our wall, our website and a newspaper are three uses. Either of them can take it back at any time.

Publish pictures only on our own pages. A manager agrees before they go out. No child’s name stands beside a picture, there or on our own walls.`,
        rules: [{ act: 'use-picture', when: { named: 'named' }, atMost: 'forbidden' }],
        question: {
          asks: 'There is permission to put a child’s picture in the hall. What do you write beside it?',
          matters: 3,
          answers: [
            {
              text: 'The child’s first name',
              right: false,
              why: 'Here no child’s name stands beside a picture, anywhere.',
            },
            {
              text: 'What the picture shows, and no name',
              right: true,
              why: 'Yes. A name beside a face lets strangers find a child.',
            },
          ],
        },
      },
    },
    question: {
      asks: 'There is permission for a picture in the hall. May you put it on our website as well?',
      matters: 2,
      answers: [
        {
          text: 'Yes, permission is permission',
          right: false,
          why: 'Each use needs its own. The website is another use than the hall.',
        },
        {
          text: 'No. Each use needs its own permission, so I ask first',
          right: true,
          why: 'Yes. Ask parent and child, and have a manager agree before it goes out.',
        },
      ],
    },
  },
  'keeping-pictures': {
    heading: 'Where pictures go',
    kinds: acceptableUse,
    carries: ['IM-SAFE-2', 'IM-INPLACE-2', 'IM-INPLACE-4', 'IM-POOR-1', 'IM-POOR-3'],
    text: `Straight after the event, {pictures-moved-by} moves the pictures to {pictures-kept-in} and deletes them from the camera. Nowhere else is right: no online store of your own, no social network, no memory stick in a drawer.

Do not copy pictures to anything of your own, and keep none for yourself. If you find one on your own equipment, tell your manager before you delete it.`,
    question: {
      asks: 'After the outing you would like one of the pictures for yourself. May you copy it?',
      matters: 2,
      answers: [
        {
          text: 'Yes, if I show it to nobody',
          right: false,
          why: 'Keep none for yourself, and copy none to anything of your own.',
        },
        {
          text: 'No. They go to {pictures-kept-in} and are deleted from the camera',
          right: true,
          why: 'Yes. {pictures-moved-by} sees to that, straight after the event.',
        },
      ],
    },
  },
  'live-sessions': {
    heading: 'Webcams and live sessions',
    kinds: acceptableUse,
    carries: ['LS-DONT-1', 'LS-INPLACE-1', 'LS-INPLACE-2', 'LS-BEST-1', 'LS-POOR-1'],
    restsOn: ['live-safeguards'],
    text: `Meet children and families by video only through our account and our equipment. Do not use a personal webcam. Whether there can be an exception stands under “Your own equipment”.

Settle it before the start. Who is the host, and who may come in? Private chat, recording and whatever else you do not need is off. A second adult is there whenever a child is. There is permission for each child. You know how to end it if something goes wrong.`,
    question: {
      asks: 'A live session with children begins in a minute, and the second adult has not come. What do you do?',
      matters: 1,
      answers: [
        {
          text: 'Begin, and let the second adult in later',
          right: false,
          why: 'A second adult is there whenever a child is. Wait, or put it off.',
        },
        {
          text: 'Wait, or put it off',
          right: true,
          why: 'Yes. A second adult is there whenever a child is.',
        },
        {
          text: 'Begin, but record it so that there is proof',
          right: false,
          why: 'A recording does not stand in for an adult, and it needs permission of its own.',
        },
      ],
    },
  },
  recordings: {
    heading: 'Recordings',
    kinds: acceptableUse,
    carries: ['LS-DONT-1', 'LS-SAFE-2', 'LS-INPLACE-3', 'LS-POOR-2'],
    text: `Record a call, a session or an activity only for the work, with our equipment, and when everybody in it has agreed. For a child, the parent or carer agrees too.

Settle beforehand who moves the recording to {pictures-kept-in} as soon as it ends, and deletes it from the device. Keep nothing for yourself of what you saw or heard.`,
    label: 'With everybody’s agreement',
    wordings: {
      none: {
        label: 'We make no recordings',
        standing: 'stricter',
        text: `Do not record calls, sessions or activities with children and families. We make no recordings. If you find that something was recorded by mistake, move it to {pictures-kept-in} at once, delete it from the device and tell your manager.

Keep nothing for yourself of what you saw or heard.`,
        rules: [{ act: 'record', when: {}, atMost: 'forbidden' }],
      },
    },
    question: {
      asks: 'Whose agreement is there before you record a session with children?',
      matters: 2,
      answers: [
        {
          text: 'The parent or carer of each child, and everybody who is in it',
          right: true,
          why: 'Yes. And it is settled beforehand where the recording goes.',
        },
        {
          text: 'Nobody’s, if the recording is only for us',
          right: false,
          why: 'Everybody in it agrees first, and the parent or carer of each child.',
        },
      ],
    },
  },
})
