import { from, inTopic, published } from './note.ts'

const itself = from('The 2015 guidance itself, read as a whole', 'A', published('2015-07'))

/** Where the document disagrees with itself or leaves something open: the reading that Lanyard keeps to. */
export const reading = inTopic(
  { topic: 'reading', keeps: 'history' },
  {
    'own-device-exception': {
      title: 'When a device of your own is possible',
      effect: 'reads',
      beside: [
        'PH-DONT-1',
        'PH-SAFE-1',
        'IM-DONT-1',
        'IM-SAFE-1',
        'LS-DONT-1',
        'LS-SAFE-1',
        'GEN-INAPP-2',
        'GEN-INAPP-6',
        'SUM-INAPP-2',
        'SUM-INAPP-6',
      ],
      text: 'Take it as forbidden. A phone, camera or webcam of your own can be used only by an exception that a senior manager grants, never the one who asks; it is on the record and has an end. A social network or email account of your own has no exception at all.',
      sources: [itself],
    },
    'widest-set': {
      title: 'Who is protected, and who is bound',
      effect: 'reads',
      beside: ['GEN-INAPP-1', 'PH-DONT-1', 'EM-DONT-1', 'SN-DONT-1', 'META-AUDIENCE-1'],
      text: 'The lists differ from page to page. We take the widest everywhere. Protected are children and young people, parents, carers, and any adult who may be at risk. Bound are employees, volunteers and agency workers.',
      sources: [itself],
    },
    'personal-messages': {
      title: 'What a personal message is',
      effect: 'reads',
      beside: ['GEN-INAPP-3', 'SUM-INAPP-3'],
      text: 'One that is not about the work, is not kept, or does not go through the organisation. To write to a parent about the work through the organisation is what the guidance wants, and what Lanyard is for.',
      sources: [itself],
    },
    'no-step-before-999': {
      title: 'Nothing stands before 999',
      effect: 'reads',
      beside: ['REP-999-1', 'REP-999-2', 'REP-4', 'REP-CEOP'],
      text: 'You need nobody’s leave to call 999, CEOP or the police, and no form or manager of your organisation’s comes first.',
      sources: [itself],
    },
    'permanent-records': {
      title: '“Lasts for ever” is a caution to whoever writes',
      effect: 'reads',
      beside: ['BG-5', 'GEN-APP-5'],
      text: 'It is why the record cannot be changed quietly. It is not a rule for how long to keep things: retention periods and lawful erasure exist, and erasing leaves its trace.',
      sources: [itself],
    },
    'blank-point': {
      title: 'The empty point on the pictures page',
      effect: 'reads',
      beside: ['IM-INPLACE-BLANK', 'IM-INPLACE-3'],
      text: 'The list has a point with nothing in it. We take the consent line to belong there.',
      sources: [itself],
    },
    'missing-template': {
      title: 'The template that is not there',
      effect: 'reads',
      beside: ['META-TOC-TEMPLATE', 'META-PURPOSE'],
      text: 'A template for a policy of one’s own stands in the contents list and nowhere else in the document. An organisation’s own policies in Lanyard are meant to be that.',
      sources: [itself],
    },
    'words-differ': {
      title: 'Best and good are the same step',
      effect: 'reads',
      beside: ['PH-GOOD-1', 'WEB-GOOD-1', 'WEB-BEST-1'],
      text: 'The page on phones says “good” where other pages say “best”. The page on the internet has no “do not” at its head: it goes from good and best to poor.',
      sources: [itself],
    },
    'private-life': {
      title: 'Nobody’s private life is watched',
      effect: 'reads',
      beside: ['META-STATUS', 'INT-2', 'GEN-APP-4', 'SUM-APP-4'],
      text: 'Lanyard never looks up anybody’s personal accounts, and has nowhere to keep them. What you do about your own privacy settings is yours to say.',
      sources: [itself],
    },
    'local-contacts': {
      title: 'Who to tell here',
      effect: 'reads',
      beside: ['REP-4', 'REP-3'],
      text: 'The document names no designated person, no LADO and no local telephone number. Your organisation has to supply them.',
      sources: [itself],
    },
  },
)
