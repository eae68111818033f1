import { acceptableUse, both, inTheme } from '../clause.ts'

/** How the policy is kept to: signing, induction, and what follows when it is broken. */
export const keeping = inTheme({
  'read-and-sign': {
    heading: 'Read and sign before you begin',
    kinds: acceptableUse,
    carries: ['EXP-AUP', 'SUM-APP-6.1', 'META-READWITH'],
    text: `You read and sign this policy before you use any of our equipment, accounts or systems. When it changes in a way that matters, you sign again. Ask about anything that is not clear before you sign.`,
  },
  'if-broken': {
    heading: 'If this policy is broken',
    kinds: both,
    carries: [
      'EM-INPLACE-3',
      'WEB-INPLACE-1',
      'SN-INPLACE-1',
      'WEB-POOR-2',
      'SUM-APP-6.2',
      'GEN-APP-6',
      'SN-RISK-2',
      'EM-RISK-1',
      'IM-RISK-1',
      'PH-RISK-2',
      'LS-RISK-1',
      'WEB-RISK-1',
    ],
    text: `Tell your manager, even when it was a mistake. A slip that is told early is mostly put right with advice or training.

Depending on how serious it is, and on our disciplinary and capability procedures, we may:

- give advice, training or closer supervision
- take back equipment, or close accounts
- begin capability or disciplinary proceedings, which can end in dismissal or the end of volunteering
- tell the body that registers you
- tell the police`,
    question: {
      asks: 'You notice that you broke a rule of this policy by mistake. What is best?',
      matters: 2,
      answers: [
        {
          text: 'Put it right quietly, so that nobody is worried',
          right: false,
          why: 'What is hidden looks worse when it is found. Tell your manager early.',
        },
        {
          text: 'Tell my manager the same day',
          right: true,
          why: 'Yes. A slip that is told early is mostly put right with advice.',
        },
      ],
    },
  },
})
