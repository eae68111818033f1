import { both, inTheme } from '../clause.ts'

/** Social networks: friends, one's own profiles, and what one posts. */
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
    question: {
      asks: 'Somebody you have never met wants to be your friend on your own profile. What is the risk?',
      matters: 3,
      answers: [
        {
          text: 'None, as long as I do not answer messages',
          right: false,
          why: 'A friend sees your page without a message. It may be somebody you will work with.',
        },
        {
          text: 'They may be somebody I will work with, and would see my page',
          right: true,
          why: 'Yes. A few friends you know are better than many you do not.',
        },
      ],
    },
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
})
