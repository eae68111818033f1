import { inSection } from '../statement.ts'

/** Mobile phones. The document says Good here where other channels say Best. */
export const phones = inSection(
  { section: 'phones', channel: 'phones' },
  {
    'PH-DONT-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not use your own mobile phone with children, young people, parents, carers or adults who may be at risk.',
    },
    'PH-DONT-NOTE': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'shown',
      says: 'That means calls, texts, email and anything on the web, such as Twitter.',
    },
    'PH-GOOD-1': {
      kind: 'good',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Your organisation should give you a phone for work.',
    },
    'PH-GOOD-2': {
      kind: 'good',
      audience: 'worker',
      treatment: 'shown',
      says: 'Know who has the phones and where to collect one.',
    },
    'PH-GOOD-3': {
      kind: 'good',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Learn what the phone has built in, and turn off what should be off.',
    },
    'PH-RISK-1': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'People who have your personal details through your work may harass you.',
    },
    'PH-SAFE-1': {
      kind: 'safe',
      audience: 'manager',
      treatment: 'gated',
      says: 'Using your own phone is safe practice only when senior managers have agreed to it.',
    },
    'PH-SAFE-2': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'On your own phone too, learn what is built in and turn off what should be off.',
    },
    'PH-SAFE-3': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'taught',
      says: 'Think of changing your number.',
    },
    'PH-RISK-2': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Misusing personal information may breach the acceptable use policy. Allegations, or capability or disciplinary proceedings, may follow.',
    },
    'PH-POOR-1': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'detected',
      says: 'It is poor practice to use your own phone when your manager does not know or has not agreed.',
    },
    'PH-POOR-2': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'It is poor practice to keep the contact details of children or families for your own use.',
    },
    'PH-INPLACE-1': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy is clear about using personal phones.',
    },
    'PH-INPLACE-2': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'For a single occasion, such as a trip, workers know where to collect and return a phone. It is charged and has enough credit.',
    },
    'PH-INPLACE-3': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'Before a phone goes abroad, somebody checks that it works there (roaming).',
    },
  },
)
