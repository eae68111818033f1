import { inSection } from '../statement.ts'

/** Email. */
export const email = inSection(
  { section: 'email', channel: 'email' },
  {
    'EM-DONT-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not use your own email account with children, young people, parents, carers or adults who may be at risk.',
    },
    'EM-EITHER-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'shown',
      says: 'That holds on a phone and on the web alike.',
    },
    'EM-BEST-1': {
      kind: 'best',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Your organisation should give you an email account for professional contact.',
    },
    'EM-SAFE-1': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'shown',
      says: 'Look up what your organisation allows in private use of a work account, such as shopping.',
    },
    'EM-POOR-1': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'detected',
      says: 'It is poor practice to write to children and families from your own email account when your manager does not know or has not agreed.',
    },
    'EM-POOR-2': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'attested',
      says: 'It is poor practice to keep emails for your own use.',
    },
    'EM-RISK-1': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Poor practice blurs boundaries and leaves workers open to bullying, harassment or allegations. If it breaches the acceptable use policy, disciplinary or capability proceedings may follow.',
    },
    'EM-INPLACE-1': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy is plain about contacting children and families from personal email accounts.',
    },
    'EM-INPLACE-2': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy is plain about private use of work accounts.',
    },
    'EM-INPLACE-3': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy gives the sanctions for breaking it.',
    },
  },
)
