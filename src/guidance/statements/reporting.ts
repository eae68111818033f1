import { inSection } from '../statement.ts'

/** What to do when something is worrying, and where to report it. */
export const worries = inSection(
  { section: 'worries', channel: 'reporting' },
  {
    'REP-1': {
      kind: 'report',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Anyone on a social network may at some time be worried by what somebody else there shows or tells them.',
    },
    'REP-2': {
      kind: 'report',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Worries can be about anything from nasty or abusive comments and bullying online to what looks like grooming for sexual abuse.',
    },
  },
)

export const reporting = inSection(
  { section: 'reporting', channel: 'reporting' },
  {
    'REP-3': {
      kind: 'report',
      audience: 'worker',
      treatment: 'taught',
      says: 'All staff should know how their organisation reports content or behaviour that may be illegal or abusive, such as pictures of child sexual abuse, or grooming.',
    },
    'REP-4': {
      kind: 'report',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Tell your organisation’s designated person. Also report worries about what happens online to CEOP or the police at once, in line with your own procedures.',
    },
    'REP-5': {
      kind: 'report',
      audience: 'anyone',
      treatment: 'shown',
      says: 'The police and the service’s provider may have to act fast to find the child or take the content down.',
    },
    'REP-IWF': {
      kind: 'report',
      audience: 'anyone',
      treatment: 'shown',
      says: 'In the UK, report illegal pictures of child sexual abuse to the Internet Watch Foundation. The 2015 text prints its address as www.iwf.org.',
    },
    'REP-CEOP': {
      kind: 'report',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Report anyone who behaves suspiciously towards children and young people online to CEOP. The 2015 text prints its address as www.ceop.uk.',
    },
    'REP-999-1': {
      kind: 'report',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Call 999, every time, when a child or young person could be in danger now.',
    },
  },
)
