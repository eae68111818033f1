import { both, inTheme } from '../clause.ts'

/** Social networks: one's own profiles, what one posts, and profiles for work. */
export const social = inTheme({
  'no-friends': {
    heading: 'Friends and followers',
    kinds: both,
    carries: [
      'SN-DONT-2',
      'GEN-INAPP-5',
      'SUM-INAPP-5',
      'GEN-INAPP-4',
      'SUM-INAPP-4.1',
      'SN-INPLACE-1',
      'EXP-SOCIALMEDIA',
    ],
    text: `Do not accept children, young people, parents or carers as friends, followers or contacts on a personal profile. Do not ask them either. Accepting somebody shows them your own details.

To do so breaks this policy, and the steps in “If this policy is broken” follow.`,
    label: 'Never',
    wordings: {
      'known-before': {
        label: 'Never, but for a parent you knew before, when your manager knows of it',
        standing: 'weaker',
        text: `Do not accept children, young people, parents or carers as friends, followers or contacts on a personal profile. Do not ask them either. Accepting somebody shows them your own details.

If you were already friends with a parent before you worked with the family, tell your manager. We put it on record, and you may stay friends.

Anything else breaks this policy, and the steps in “If this policy is broken” follow.`,
        lacks: 'It lets a worker stay friends with a parent they now work with.',
        weakerOn: [
          'SN-DONT-2',
          'GEN-INAPP-5',
          'SUM-INAPP-5',
          'SUM-INAPP-4.1',
          'SN-INPLACE-1',
          'EXP-SOCIALMEDIA',
        ],
        allows: [{ act: 'add-contact', when: { who: 'parent', profile: 'own', work: 'now' }, to: 'safe' }],
      },
    },
    question: {
      asks: 'A parent you work with sends a friend request to your own profile. What do you do?',
      matters: 1,
      answers: [
        {
          text: 'Accept it, but hide my photographs from them',
          right: false,
          why: 'Settings change, and a friend is a friend whatever they see. Do not accept.',
        },
        {
          text: 'Accept it once the work with the family is over',
          right: false,
          why: 'The rule stays when the work ends. Do not accept.',
        },
        {
          text: 'Leave it unanswered, and tell my manager',
          right: true,
          why: 'Yes. Your manager can explain it to the parent, and nobody can read anything into it.',
        },
      ],
    },
  },
  'your-profiles': {
    heading: 'Your own profiles',
    kinds: both,
    carries: [
      'GEN-APP-1',
      'SUM-APP-1',
      'SN-SAFE-1',
      'SN-DEF-3',
      'GEN-APP-4',
      'SUM-APP-4',
      'SN-POOR-1',
      'SN-SAFE-4',
    ],
    text: `Close your own profiles to everybody but family and friends. Most networks start open, and they change their settings, so go over yours now and then.

Look at what anybody can find out about you. Is it true, and would it suit somebody families trust? Take down what would not, such as party or beach pictures that all can see. Ask family and friends to put no tagged pictures of you where all can see them.`,
    question: {
      asks: 'You set your profile to “friends only” two years ago. Is that enough?',
      matters: 3,
      answers: [
        {
          text: 'Yes, a setting stays as it is',
          right: false,
          why: 'Networks change their settings. Look again now and then.',
        },
        {
          text: 'No. I go over the settings now and then, as networks change them',
          right: true,
          why: 'Yes. And look at what anybody can find out about you while you are there.',
        },
      ],
    },
  },
  'strangers-and-groups': {
    heading: 'Strangers and groups',
    kinds: both,
    carries: ['SN-SAFE-2', 'SN-POOR-3', 'SN-SAFE-3', 'SUM-INAPP-4.2'],
    text: `Do not take as a friend somebody you have never met. It may be somebody you will work with. A few friends you know are better than many you do not.

A group you join may let its members see your page, whatever your settings are. Look at who is in it first.`,
  },
  posting: {
    heading: 'Before you post',
    kinds: both,
    carries: [
      'GEN-GUIDE-3',
      'GEN-GUIDE-4',
      'GEN-APP-7.1',
      'GEN-APP-7.2',
      'SUM-APP-7',
      'SUM-APP-5',
      'CASE-1-LESSON',
    ],
    text: `If you are not sure who can see it, take it that everybody can. Others can copy, change, keep and pass on what you post, and you cannot get it back. A setting does not make it safe to write in anger.

- Do not post anything obscene, or anything that may be untrue and does somebody harm.
- Do not post anything that makes light of breaking the law, or of grossly careless behaviour.
- Do not post about a child or family you know through your work, whether you name them or not.

None of this stops you from raising a concern, speaking up about wrongdoing or taking part in a trade union.`,
    question: {
      asks: 'After a hard day you want to write about a family, on a page only friends can see, without their name. May you?',
      matters: 1,
      answers: [
        {
          text: 'Yes, as only my friends can see it',
          right: false,
          why: 'Friends can copy it and pass it on. A manager in a well-known case lost her post like this.',
        },
        {
          text: 'Yes, as I give no name',
          right: false,
          why: 'People work out who is meant. Do not post about families you know through work.',
        },
        {
          text: 'No. I talk to my manager or a colleague instead',
          right: true,
          why: 'Yes. You can say there what you need to say, and it stays there.',
        },
      ],
    },
  },
  'professional-profiles': {
    heading: 'Profiles for work',
    kinds: both,
    carries: [
      'SN-BEST-1',
      'SN-BEST-2',
      'SN-BEST-3',
      'SN-BEST-4',
      'SUM-APP-3.1',
      'SUM-APP-3.2',
      'GEN-APP-3',
      'SN-INPLACE-2',
    ],
    text: `Contact on a social network, where your work needs it, goes through a profile kept for work. Young people keep several profiles themselves, and will understand.

- Your manager agrees to it before you make it, knows its name, and can look at it at any time.
- Nothing on it leads to your personal profile.
- It is not open to everybody. You look over its settings when you make it, and whenever we ask you to.
- Your manager looks over it at least twice a year, and when you leave it is closed or handed over.`,
    label: 'Allowed when a manager has agreed, and looked over twice a year',
    wordings: {
      'not-used': {
        label: 'Not used: contact on social networks goes through the organisation’s own pages',
        standing: 'stricter',
        text: `Do not make a profile of your own for work. Contact on a social network, where the work needs it, goes through our own pages and accounts. Young people are used to one page for one thing, and will understand.

Your manager says who may write there. Those pages are not open to everybody, and nothing on them leads to anybody’s personal profile. Your manager looks over them at least twice a year.`,
        rules: [{ act: 'make-profile', when: { use: 'work' }, atMost: 'forbidden' }],
        question: {
          asks: 'You would like to answer young people on a social network. How do you go about it?',
          matters: 2,
          answers: [
            {
              text: 'Make a profile for work and tell my manager afterwards',
              right: false,
              why: 'Here nobody makes a profile of their own for work. Ask to write on our own pages.',
            },
            {
              text: 'Ask my manager whether I may write on our own pages',
              right: true,
              why: 'Yes. Contact on social networks goes through our own pages.',
            },
          ],
        },
      },
    },
    question: {
      asks: 'You would like a profile for work, to answer young people on a social network. What comes first?',
      matters: 2,
      answers: [
        {
          text: 'I make it, and link it to my own so that they know it is me',
          right: false,
          why: 'Nothing on it may lead to your personal profile, and your manager agrees first.',
        },
        {
          text: 'My manager agrees to it',
          right: true,
          why: 'Yes. Then your manager knows its name and can look at it.',
        },
        {
          text: 'I make it, and see whether it works before I tell anybody',
          right: false,
          why: 'A profile for work that nobody has agreed to is poor practice. Your manager agrees first.',
        },
      ],
    },
  },
  'our-pages': {
    heading: 'Writing in our name',
    kinds: both,
    carries: ['SUM-APP-3.2', 'GEN-GUIDE-3'],
    text: `Only those we have asked write on our pages. Have a colleague read it first if it shows or is about a child or family. Somebody who answers for the page looks at what others write there every working day.`,
    label: 'Read first by a colleague when it is about a child or family',
    wordings: {
      'always-read': {
        label: 'Everything is read first by a colleague',
        standing: 'stricter',
        text: `Only those we have asked write on our pages. A colleague reads everything first, whatever it is about. Somebody who answers for the page looks at what others write there every working day.`,
        rules: [
          {
            act: 'post',
            when: { what: 'ordinary', page: 'work', checked: 'no' },
            atMost: 'poor',
          },
        ],
      },
    },
  },
})
