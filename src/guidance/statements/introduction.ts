import { inSection } from '../statement.ts'

/** What the guidance is for, the policies every agency is expected to hold, and why. */
export const introduction = inSection(
  { section: 'introduction', channel: 'general' },
  {
    'META-PURPOSE': {
      kind: 'meta',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The guidance is a starting point. Each organisation builds its own advice on it: safer work online, a private life kept apart from work, and behaviour that puts no one’s career at risk.',
    },
    'META-STATUS': {
      kind: 'meta',
      audience: 'worker',
      treatment: 'enforced',
      says: 'It is guidance and no more. It does not reach into anybody’s private life; it helps to keep private life and work from clashing on social networks.',
    },
    'META-READWITH': {
      kind: 'meta',
      audience: 'worker',
      treatment: 'gated',
      says: 'Read it together with the policy of the organisation you work for.',
    },
    'EXP-0': {
      kind: 'expectation',
      audience: 'board',
      treatment: 'evidenced',
      says: 'Swindon’s safeguarding children board expects each member agency to hold policies that support safety online.',
    },
    'EXP-LISTNOTE': {
      kind: 'meta',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The policies listed are not the only ones an agency may need.',
    },
    'EXP-DATAPROTECTION': {
      kind: 'expectation',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Each member agency should hold a data protection policy.',
    },
    'EXP-INFOGOV': {
      kind: 'expectation',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Each member agency should hold an information governance policy.',
    },
    'EXP-CONDUCT': {
      kind: 'expectation',
      audience: 'organisation',
      treatment: 'attested',
      says: 'Each member agency should hold a code of conduct.',
    },
    'EXP-ICTSECURITY': {
      kind: 'expectation',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Each member agency should hold an ICT security policy.',
    },
    'EXP-SOCIALMEDIA': {
      kind: 'expectation',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Each member agency should hold a social media policy for staff that agrees with this guidance and asks for professional standards at work and away from it, on social networks too.',
    },
    'EXP-AUP': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'gated',
      says: 'Each member agency should hold acceptable use policies. People read them, and sign where asked to, before they use any of its technology.',
    },
  },
)

export const background = inSection(
  { section: 'background', channel: 'general' },
  {
    'BG-1': {
      kind: 'meta',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Digital technology belongs to everyday life now and opens up good things.',
    },
    'BG-2': {
      kind: 'risk',
      audience: 'organisation',
      treatment: 'taught',
      says: 'But case after case has shown technology misused at work, children groomed, and colleagues who could not challenge one another. So clear guidance on safer practice is needed.',
    },
    'BG-3': {
      kind: 'source',
      audience: 'organisation',
      treatment: 'shown',
      says: 'It builds on Safer Working Practice, the 2007 guidance from the Government Offices in England for adults who work with children and families.',
    },
    'BG-4': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'taught',
      says: 'Paid or unpaid, working with children or with their parents and carers: whenever you are online, remember your professional role and what your behaviour could do to your good name and your job.',
    },
    'BG-5': {
      kind: 'expectation',
      audience: 'anyone',
      treatment: 'enforced',
      says: 'Treat every digital record as one that lasts for ever.',
    },
  },
)
