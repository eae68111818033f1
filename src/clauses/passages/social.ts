import { both, inTheme } from '../clause.ts'

/** Social networks: one's own profiles, and those for work. */
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

If you do, it is a breach of this policy, and the steps in “If this policy is broken” follow.`,
    label: 'Never',
    wordings: {
      'known-before': {
        label: 'Never, but for a parent you knew before, when your manager knows of it',
        standing: 'weaker',
        text: `Do not accept children, young people, parents or carers as friends, followers or contacts on a personal profile. Do not ask them either. Accepting somebody shows them your own details.

If you were already friends with a parent before you worked with the family, tell your manager. We put it on record, and you may stay friends.

Anything else is a breach of this policy, and the steps in “If this policy is broken” follow.`,
        lacks: 'It lets a worker stay friends with a parent they now work with.',
        weakerOn: ['SN-DONT-2', 'GEN-INAPP-5', 'SUM-INAPP-5', 'SN-INPLACE-1', 'EXP-SOCIALMEDIA'],
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
})
