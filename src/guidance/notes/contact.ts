import { from, inTopic, published, undated } from './note.ts'

const scouts = from('Scouts, Online communication', 'A', undated)

/** What bodies that work with children do today to keep contact online professional. Practice, not law. */
export const contact = inTopic(
  { topic: 'contact', keeps: 'practice' },
  {
    'two-adults': {
      title: 'Two adults in every contact',
      effect: 'adds',
      beside: ['GEN-APP-3', 'GEN-INAPP-3', 'SUM-APP-3.1', 'EM-BEST-1'],
      text: 'The Scouts have at least two adult volunteers in on everything sent to young people, plan no contact online with one child alone, and keep an email account for it, with groups that are closed and addresses hidden from one another. A parent agrees before a young person uploads anything, and each service’s own age limit is kept. In Lanyard the second adult is not a choice.',
      sources: [scouts],
    },
    'child-writes-first': {
      title: 'When a child writes to you alone',
      effect: 'adds',
      beside: ['GEN-INAPP-5', 'SN-DONT-2', 'GEN-GUIDE-2'],
      text: 'Do not answer. Tell your manager, talk to the parents, and if it happens again report it. That is the Scouts’ rule for a child who gets in touch one to one.',
      sources: [scouts],
    },
    'parents-in': {
      title: 'Write to the parent, or with the parent',
      effect: 'adds',
      beside: ['GEN-INAPP-3', 'EM-DONT-1'],
      text: 'For the youngest, write to the parent and not to the child; for older ones, copy the parent in. The Scouts’ test: would you be happy for the parents to read it?',
      sources: [from('Scouts, leaders’ factsheet FS330086, edited since', 'C', published('2008'))],
    },
    'organisation-accounts': {
      title: 'Only the organisation’s accounts',
      effect: 'confirms',
      beside: ['GEN-APP-3', 'EM-BEST-1', 'PH-GOOD-1', 'IM-BEST-1', 'SN-BEST-1'],
      text: 'The NSPCC’s advice is the same today: the organisation’s accounts and never your own, its phone or tablet where that can be done, nothing but the work, words that fit the child’s age, and child and parent asked before any photograph.',
      sources: [from('NSPCC Learning', 'A', published('2024-01-11'))],
    },
    'device-exception': {
      title: 'When there is no work device',
      effect: 'confirms',
      beside: ['PH-SAFE-1', 'IM-SAFE-1', 'LS-SAFE-1'],
      text: 'Where the organisation cannot give a device, senior managers agree to it person by person, each time, and keep a note of it and of who else can see what is said. That comes close to what the 2015 text calls safe practice.',
      notVerified: 'The NSPCC’s own page: only somebody else’s copy of it was found.',
      sources: [from('A copy of NSPCC text at sfnordica.com', 'C', undated)],
    },
    'groups-not-one': {
      title: 'Email and texts to groups',
      effect: 'adds',
      beside: ['GEN-INAPP-2', 'EM-BEST-1', 'PH-GOOD-1'],
      text: 'Write to a group and not to one, of five or more where it can be. Have consent first, say who is writing, let only a few named people send, and let somebody look over what was sent.',
      notVerified: 'The sport unit’s own page today: this is from a page that quotes it.',
      sources: [from('A bowls club’s page, quoting the Child Protection in Sport Unit', 'C', undated)],
    },
    'live-safeguards': {
      title: 'Live sessions: settle it before they start',
      effect: 'adds',
      beside: ['LS-BEST-1', 'LS-INPLACE-2', 'LS-DONT-1'],
      text: 'Choose the platform for its safety. Before the start, settle who is in control as host, whether people taking part can write to one another privately, and what happens when something goes wrong.',
      sources: [from('NSPCC Learning, live events online', 'A', undated)],
    },
    'hours-of-contact': {
      title: 'Hours of contact are your own choice',
      effect: 'reads',
      beside: ['GEN-GUIDE-2', 'PH-POOR-1'],
      text: 'We found nobody who sets a time of day for contact. Quiet hours in Lanyard are a setting of your organisation’s, and the hours it begins with are Lanyard’s choice.',
      notVerified: 'Whether any body has set hours: none was found.',
      sources: [from('Lanyard’s own search, which found none', 'C', published('2026'))],
    },
  },
)
