import type { StatementId } from '../catalogue.ts'
import type { NoteId } from './notes.ts'

interface Place {
  /** Who or what it is. */
  readonly name: string
  /** The statement that prints it, when the 2015 text does. */
  readonly statement?: StatementId
  /** As it was printed in 2015. */
  readonly printed?: string
  readonly note?: NoteId
  /** What else is known of it. */
  readonly more?: string
}
interface Now {
  readonly text: string
  readonly href: string
}

/** How an address or number is today. One that has moved says where to; one that was not checked claims nothing. */
export type KnownPlace =
  | (Place & { readonly state: 'current' | 'moved'; readonly now: Now })
  | (Place & { readonly state: 'gone' | 'not checked'; readonly now?: never })

const web = (at: string): Now => ({ text: at, href: `https://${at}` })
const tel = (number: string): Now => ({ text: number, href: `tel:${number.replaceAll(' ', '')}` })

/** Every address the 2015 text prints, in its order. */
export const printed: readonly KnownPlace[] = [
  {
    name: 'Internet Watch Foundation, to report',
    statement: 'REP-IWF',
    printed: 'www.iwf.org',
    state: 'moved',
    now: web('www.iwf.org.uk/report'),
    note: 'iwf-remit',
    more: 'Who holds the printed address today was not checked. Do not use it.',
  },
  {
    name: 'CEOP, to report',
    statement: 'REP-CEOP',
    printed: 'www.ceop.uk',
    state: 'moved',
    now: web('www.ceop.police.uk/Safety-Centre'),
    note: 'ceop-address',
    more: 'Who holds the printed address today was not checked. Do not use it.',
  },
  {
    name: 'CEOP',
    statement: 'SRC-CEOP-URL',
    printed: 'www.ceop.gov.uk',
    state: 'moved',
    now: web('www.ceop.police.uk/Safety-Centre'),
    note: 'ceop-address',
  },
  { name: 'Virtual Global Taskforce', statement: 'SRC-CEOP-2', state: 'not checked' },
  {
    name: 'Thinkuknow',
    statement: 'SRC-THINKUKNOW-URL',
    printed: 'www.thinkuknow.co.uk',
    state: 'moved',
    now: web('www.ceopeducation.co.uk'),
    note: 'ceop-education',
    more: 'Now CEOP Education.',
  },
  {
    name: 'Childnet International',
    statement: 'SRC-CHILDNET',
    printed: 'www.childnet-int.org',
    state: 'not checked',
  },
  {
    name: 'Childline, by telephone',
    statement: 'SRC-CHILDLINE',
    printed: '0800 1111',
    state: 'current',
    now: tel('0800 1111'),
    note: 'childline',
  },
  {
    name: 'Childline’s web address',
    statement: 'SRC-CHILDLINE',
    printed: 'www.childline.org.uk',
    state: 'not checked',
  },
  {
    name: 'Information Commissioner’s Office',
    statement: 'SRC-ICO-URL',
    printed: 'www.ico.gov.uk',
    state: 'moved',
    now: web('ico.org.uk'),
    note: 'ico-address',
  },
  {
    name: 'The ICO’s guide for young people',
    statement: 'SRC-ICO-2-URL',
    printed: 'www.ico.gov.uk/Youth/section2/intro.aspx',
    state: 'not checked',
    note: 'ico-address',
  },
  {
    name: 'The ICO’s guide on websites',
    statement: 'SRC-ICO-3-URL',
    printed: 'a PDF on www.ico.gov.uk',
    state: 'not checked',
    note: 'ico-address',
  },
  {
    name: 'EU Kids Online',
    statement: 'SRC-EUKIDS',
    printed: 'www.lse.ac.uk/collections/EUKidsOnline/',
    state: 'not checked',
  },
  {
    name: 'Home Office task force, on social networking',
    statement: 'SRC-HOTASKFORCE-2',
    printed: 'police.homeoffice.gov.uk',
    state: 'not checked',
    note: 'ukcis',
    more: 'It looks like history.',
  },
  {
    name: 'Home Office task force, on moderation',
    statement: 'SRC-HOTASKFORCE-3',
    printed: 'police.homeoffice.gov.uk',
    state: 'not checked',
    note: 'ukcis',
    more: 'It looks like history.',
  },
  {
    name: 'Home Office task force, for the internet industry',
    statement: 'SRC-HOTASKFORCE-4',
    printed: 'police.homeoffice.gov.uk',
    state: 'not checked',
    note: 'ukcis',
    more: 'It looks like history.',
  },
  {
    name: 'Internet Advertising Bureau',
    statement: 'SRC-IAB',
    printed: 'www.iabuk.net',
    state: 'not checked',
  },
  {
    name: 'Child Protection in Sport Unit',
    statement: 'SRC-CPSU',
    printed: 'www.thecpsu.org.uk',
    state: 'current',
    now: web('thecpsu.org.uk'),
    note: 'keep-voluntary',
    more: 'In use in September 2023.',
  },
  {
    name: 'The sport unit’s briefing on photographs',
    statement: 'SRC-CPSU-IMAGES',
    printed: 'a PDF on www.nspcc.org.uk',
    state: 'not checked',
    note: 'picture-permission',
  },
  {
    name: 'Teachernet',
    statement: 'SRC-TEACHERNET',
    printed: 'www.teachernet.gov.uk',
    state: 'not checked',
    more: 'It looks like history.',
  },
  {
    name: 'Internet Watch Foundation',
    statement: 'SRC-IWF-URL',
    printed: 'www.iwf.org.uk',
    state: 'current',
    now: web('www.iwf.org.uk/report'),
    note: 'iwf-remit',
  },
  { name: 'Teachtoday', statement: 'SRC-TEACHTODAY', printed: 'www.teachtoday.eu', state: 'not checked' },
]

/** Places that the 2015 text does not have. */
export const newer: readonly KnownPlace[] = [
  {
    name: 'NSPCC helpline, for adults worried about a child',
    state: 'current',
    now: tel('0808 800 5000'),
    note: 'nspcc-helpline',
  },
  {
    name: 'The same, day and night',
    state: 'gone',
    note: 'nspcc-helpline',
    more: 'The helpline has hours now. They change, so none are given.',
  },
  {
    name: 'NSPCC whistleblowing advice line',
    state: 'current',
    now: tel('0800 028 0285'),
    note: 'whistleblowing',
    more: 'Its hours today were not checked.',
  },
  {
    name: 'Report Harmful Content',
    state: 'current',
    now: web('reportharmfulcontent.com'),
    note: 'report-harmful-content',
  },
  {
    name: 'Professionals Online Safety Helpline, 0344 381 4772',
    state: 'not checked',
    note: 'professionals-helpline',
    more: 'What was found is from 2018 to 2020.',
  },
  { name: 'Skype', state: 'gone', note: 'services-renamed', more: 'Closed on 5 May 2025.' },
]

/** What each state means. */
export const placeStates = {
  current: 'Seen in use, at the date of its note',
  moved: 'Use the newer address',
  gone: 'It is there no longer',
  'not checked': 'Nobody has checked it, so take it as history',
} as const
