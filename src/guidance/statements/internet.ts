import { inSection } from '../statement.ts'

/** Using the internet. The document has no headline “do not” here. */
export const internet = inSection(
  { section: 'internet', channel: 'internet' },
  {
    'WEB-AWARE-1': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'attested',
      says: 'Know your organisation’s policy on using the internet on your work computer.',
    },
    'WEB-AWARE-2': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'shown',
      says: 'Security software may block some sites or restrict them.',
    },
    'WEB-GOOD-1': {
      kind: 'good',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Software that keeps access to the web safe and secure is installed.',
    },
    'WEB-GOOD-2': {
      kind: 'good',
      audience: 'worker',
      treatment: 'taught',
      says: 'Know how to search safely, and how to report unsuitable content: to your ICT section or by the CEOP report button.',
    },
    'WEB-BEST-1': {
      kind: 'best',
      audience: 'worker',
      treatment: 'shown',
      says: 'Know that the organisation’s monitoring software logs what you do.',
    },
    'WEB-BEST-2': {
      kind: 'best',
      audience: 'worker',
      treatment: 'shown',
      says: 'Know that keystroke monitoring sees every key. If you shop online, the technicians can see your passwords, card numbers and security codes.',
    },
    'WEB-RISK-1': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Misusing personal information may breach the acceptable use policy. Workers may face allegations, or capability or disciplinary proceedings.',
    },
    'WEB-POOR-1': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'taught',
      says: 'It is poor practice to open or download unsuitable or illegal material. You may be prosecuted.',
    },
    'WEB-POOR-2': {
      kind: 'poor',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'Breaking the acceptable use policy can mean losing equipment, losing accounts, and capability or disciplinary proceedings.',
    },
    'WEB-INPLACE-1': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy spells out the sanctions for misusing the internet.',
    },
  },
)
