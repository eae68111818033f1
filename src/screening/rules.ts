import type { StatementId } from '../guidance/index.ts'

/** What kind of thing was found: C1 a detail given … C17 a sign that somebody needs help. */
export type Category = `C${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17}`
export type Strength = 'critical' | 'high' | 'medium' | 'low'
export type Speaker = 'worker' | 'parent' | 'child'

interface Rule {
  readonly category: Category
  readonly strength: Readonly<Record<Speaker, Strength>>
  readonly cites: readonly StatementId[]
  /** What it says to the writer, after "it gives" for a detail and "it" for anything else. */
  readonly gives: string
  /** What to do instead. */
  readonly instead: string
}

const by = (worker: Strength, parent: Strength, child: Strength) => ({ worker, parent, child })
const given = by('high', 'low', 'medium')
const shown = by('medium', 'low', 'low')
const here = 'Keep the conversation here'
const askManager = 'Speak to your manager first'

/** Every rule the screening has, and what it says to the person. */
export const screeningRules = {
  'personal-number': {
    category: 'C1',
    strength: given,
    cites: ['GEN-INAPP-1', 'SUM-INAPP-1', 'PH-DONT-1'],
    gives: 'a telephone number that is not your organisation’s',
    instead: 'Use the team number instead',
  },
  'personal-email': {
    category: 'C1',
    strength: given,
    cites: ['GEN-INAPP-1', 'SUM-INAPP-1', 'EM-DONT-1'],
    gives: 'an email address that is not your organisation’s',
    instead: 'Use the team address instead',
  },
  'personal-account': {
    category: 'C1',
    strength: given,
    cites: ['GEN-INAPP-1', 'GEN-INAPP-4', 'SN-DONT-1'],
    gives: 'a social media account',
    instead: 'Keep the conversation here, or use the organisation’s own account',
  },
  'personal-page': {
    category: 'C1',
    strength: given,
    cites: ['GEN-INAPP-1', 'SUM-INAPP-1'],
    gives: 'a personal web page',
    instead: 'Use the organisation’s own pages',
  },
  'home-address': {
    category: 'C1',
    strength: given,
    cites: ['GEN-INAPP-1', 'SUM-INAPP-1'],
    gives: 'a home address',
    instead: 'Give the organisation’s address instead',
  },
  'own-secret': {
    category: 'C1',
    strength: given,
    cites: ['GEN-INAPP-1', 'SUM-INAPP-1'],
    gives: 'your own password or PIN',
    instead: 'Keep it to yourself, and change it if anybody has seen it',
  },
  link: {
    category: 'C1',
    strength: by('low', 'low', 'low'),
    cites: ['SUM-INAPP-1'],
    gives: 'a link to a site that is not your organisation’s',
    instead: 'Check that it leads to nobody’s own page',
  },
  place: {
    category: 'C1',
    strength: shown,
    cites: ['GEN-INAPP-1'],
    gives: 'an address or postcode',
    instead: 'Check that it is nobody’s home',
  },
  secret: {
    category: 'C1',
    strength: shown,
    cites: ['GEN-INAPP-1'],
    gives: 'a password or PIN',
    instead: 'Check that it is nobody’s own',
  },
  'detail-asked': {
    category: 'C2',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-2', 'PH-POOR-2'],
    gives: 'asks for a personal detail',
    instead: 'Ask the office for what is on record',
  },
  'channel-move': {
    category: 'C3',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-2', 'SUM-INAPP-2', 'SN-DONT-1'],
    gives: 'moves the conversation somewhere private',
    instead: here,
  },
  secrecy: {
    category: 'C4',
    strength: by('high', 'high', 'high'),
    cites: ['GEN-INAPP-3', 'SUM-INAPP-3'],
    gives: 'asks for a secret to be kept',
    instead: 'Say who else will know, and why',
  },
  'risk-probing': {
    category: 'C5',
    strength: by('medium', 'low', 'low'),
    cites: ['GEN-INAPP-3'],
    gives: 'asks who is there or who can see',
    instead: askManager,
  },
  exclusivity: {
    category: 'C6',
    strength: by('low', 'low', 'low'),
    cites: ['GEN-INAPP-3'],
    gives: 'singles somebody out',
    instead: 'Praise what was done, where others can see it',
  },
  undermining: {
    category: 'C7',
    strength: by('medium', 'medium', 'medium'),
    cites: ['GEN-INAPP-3'],
    gives: 'sets somebody against those who look after them',
    instead: askManager,
  },
  pictures: {
    category: 'C8',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-3', 'SUM-INAPP-3'],
    gives: 'asks for a picture or offers one',
    instead: 'Use the organisation’s camera, with permission for the use',
  },
  meeting: {
    category: 'C9',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-3'],
    gives: 'arranges to meet alone or outside work',
    instead: 'Book a visit that your manager can see',
  },
  gifts: {
    category: 'C10',
    strength: by('medium', 'low', 'low'),
    cites: ['GEN-INAPP-3'],
    gives: 'offers a gift or money',
    instead: askManager,
  },
  gaming: {
    category: 'C11',
    strength: by('medium', 'low', 'low'),
    cites: ['GEN-INAPP-3', 'SUM-INAPP-3'],
    gives: 'arranges to play online',
    instead: 'Do not play online games with those you work with',
  },
  endearment: {
    category: 'C12',
    strength: by('low', 'low', 'low'),
    cites: ['GEN-INAPP-3', 'SUM-INAPP-3'],
    gives: 'is personal',
    instead: 'Use the person’s name',
  },
  sexual: {
    category: 'C13',
    strength: by('critical', 'critical', 'critical'),
    cites: ['GEN-INAPP-3', 'SUM-INAPP-3'],
    gives: 'is sexual',
    instead: 'Tell the designated person',
  },
  pressure: {
    category: 'C14',
    strength: by('high', 'high', 'high'),
    cites: ['GEN-INAPP-3'],
    gives: 'puts somebody under pressure',
    instead: askManager,
  },
  insult: {
    category: 'C15',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-3'],
    gives: 'insults somebody',
    instead: 'Say what happened and what you need',
  },
  slur: {
    category: 'C15',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-3'],
    gives: 'uses a word that degrades people',
    instead: 'Use the words people use for themselves',
  },
  hatred: {
    category: 'C15',
    strength: by('high', 'high', 'high'),
    cites: ['GEN-INAPP-3'],
    gives: 'speaks with hatred of people for what they are',
    instead: askManager,
  },
  swearing: {
    category: 'C15',
    strength: by('medium', 'low', 'low'),
    cites: ['GEN-INAPP-3'],
    gives: 'swears',
    instead: 'Say it without',
  },
  crude: {
    category: 'C13',
    strength: by('high', 'medium', 'medium'),
    cites: ['GEN-INAPP-3'],
    gives: 'has a crude word for sex or the body',
    instead: 'Use the plain word, or leave it out',
  },
  threat: {
    category: 'C16',
    strength: by('critical', 'critical', 'critical'),
    cites: ['GEN-INAPP-3'],
    gives: 'threatens somebody',
    instead: 'Tell the designated person',
  },
  disclosure: {
    category: 'C17',
    strength: by('critical', 'critical', 'critical'),
    cites: ['GEN-INAPP-3'],
    gives: 'may say that somebody is in danger',
    instead: 'Show help now, and tell the designated person',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof screeningRules
