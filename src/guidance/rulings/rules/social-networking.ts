import { rowsOf } from '../row.ts'

const family = ['child', 'at-risk', 'parent'] as const

export const addContact = rowsOf('add-contact', {
  'own-profile': {
    when: { who: family, profile: 'own', work: 'now' },
    standing: 'forbidden',
    because: ['SN-DONT-2', 'GEN-INAPP-5', 'SUM-INAPP-5', 'SUM-INAPP-4.1', 'GEN-GUIDE-2', 'SN-INPLACE-1'],
    firm: 'no-exception',
  },
  'own-profile-afterwards': {
    when: { who: ['child', 'at-risk'], profile: 'own', work: 'over' },
    standing: 'forbidden',
    because: ['SN-DONT-2', 'GEN-GUIDE-2', 'SN-POOR-2', 'CASE-3-DETAIL-2'],
    firm: 'no-exception',
  },
  'own-profile-parent-afterwards': {
    when: { who: 'parent', profile: 'own', work: 'over' },
    standing: 'poor',
    because: ['SN-POOR-2'],
    firm: 'no-exception',
  },
  stranger: {
    when: { who: 'stranger', profile: ['own', 'unagreed'] },
    standing: 'poor',
    because: ['SN-POOR-3', 'SN-SAFE-2', 'SN-SAFE-3'],
  },
  'unagreed-profile': {
    when: { who: family, profile: 'unagreed' },
    standing: 'poor',
    because: ['SN-BEST-1', 'SUM-APP-3.2', 'SN-INPLACE-2'],
  },
  'open-profile': {
    when: { who: family, profile: 'agreed', settings: 'open' },
    standing: 'poor',
    because: ['SN-BEST-4', 'SUM-APP-1'],
  },
  afterwards: {
    when: { who: family, profile: 'agreed', settings: 'closed', work: 'over' },
    standing: 'safe',
    because: ['SN-BEST-1', 'SN-BEST-4'],
    needs: ['manager'],
    owed: ['review-profile'],
  },
  'stranger-for-work': {
    when: { who: 'stranger', profile: 'agreed' },
    standing: 'safe',
    because: ['SN-SAFE-2', 'SN-BEST-1'],
  },
  friend: {
    when: { who: 'friend' },
    standing: 'safe',
    because: ['META-STATUS', 'SN-SAFE-1', 'SN-SAFE-2', 'SN-SAFE-3', 'GEN-APP-1'],
  },
  'agreed-profile': {
    when: { who: family, profile: 'agreed', settings: 'closed', work: 'now' },
    standing: 'best',
    because: ['SN-BEST-1', 'SN-BEST-2', 'SN-BEST-4', 'GEN-APP-3', 'SUM-APP-3.1'],
    owed: ['review-profile'],
  },
})

export const makeProfile = rowsOf('make-profile', {
  unagreed: {
    when: { use: 'work', agreed: 'no' },
    standing: 'poor',
    because: ['SN-BEST-1', 'SUM-APP-3.2', 'SN-INPLACE-2'],
  },
  linked: { when: { use: 'work', apart: 'linked' }, standing: 'poor', because: ['SN-BEST-3'] },
  open: { when: { use: 'work', settings: 'open' }, standing: 'poor', because: ['SN-BEST-4', 'SN-DEF-3'] },
  unsuitable: {
    when: { use: 'work', content: 'unsuitable' },
    standing: 'poor',
    because: ['GEN-APP-4', 'SUM-APP-4', 'SUM-APP-5'],
  },
  'private-and-open': {
    when: { use: 'private', settings: 'open', content: 'suitable' },
    standing: 'poor',
    because: ['SN-SAFE-1', 'GEN-APP-1', 'SUM-APP-1', 'SN-DEF-3'],
  },
  'private-open-and-unsuitable': {
    when: { use: 'private', settings: 'open', content: 'unsuitable' },
    standing: 'poor',
    because: ['SN-POOR-1', 'SN-SAFE-1', 'SUM-APP-1', 'SUM-APP-4'],
  },
  'private-and-unsuitable': {
    when: { use: 'private', settings: 'closed', content: 'unsuitable' },
    standing: 'poor',
    because: ['GEN-APP-4', 'SUM-APP-4', 'GEN-APP-7.2', 'CASE-1-LESSON'],
  },
  private: {
    when: { use: 'private', settings: 'closed', content: 'suitable' },
    standing: 'safe',
    because: ['SN-SAFE-1', 'SN-SAFE-3', 'SN-SAFE-4', 'SN-DEF-3', 'GEN-APP-1', 'SUM-APP-1', 'META-STATUS'],
  },
  work: {
    when: { use: 'work', agreed: 'yes', apart: 'apart', settings: 'closed', content: 'suitable' },
    standing: 'best',
    because: ['SN-BEST-1', 'SN-BEST-2', 'SN-BEST-3', 'SN-BEST-4', 'GEN-APP-3', 'SUM-APP-3.1', 'SUM-APP-3.2'],
    owed: ['review-profile'],
  },
})

export const shareDetails = rowsOf('share-details', {
  own: {
    when: { who: family, whose: 'own' },
    standing: 'forbidden',
    because: ['GEN-INAPP-1', 'SUM-INAPP-1', 'GEN-INAPP-4', 'SUM-INAPP-4.1'],
    owed: ['change-number'],
    firm: 'no-exception',
  },
  'own-in-public': {
    when: { who: 'everybody', whose: 'own' },
    standing: 'poor',
    because: ['GEN-APP-7.1', 'SUM-APP-7', 'GEN-APP-4', 'SUM-APP-4'],
  },
  'private-life': {
    when: { who: 'private', whose: 'own' },
    standing: 'safe',
    because: ['META-STATUS', 'GEN-APP-7.2'],
  },
  work: {
    when: { whose: 'organisation' },
    standing: 'best',
    because: ['EM-BEST-1', 'PH-GOOD-1', 'GEN-APP-3'],
  },
})

export const post = rowsOf('post', {
  harmful: { when: { what: 'harmful' }, standing: 'forbidden', because: ['GEN-GUIDE-3'], firm: 'law' },
  unlawful: { when: { what: 'unlawful' }, standing: 'forbidden', because: ['GEN-GUIDE-4'], firm: 'law' },
  'family-on-own-page': {
    when: { what: 'family', page: 'own' },
    standing: 'forbidden',
    because: ['SN-DONT-1', 'LS-POOR-2', 'INT-3'],
    firm: 'no-exception',
  },
  temper: {
    when: { what: 'temper' },
    standing: 'poor',
    because: ['SUM-APP-5', 'GEN-APP-7.1', 'CASE-1-OUTCOME', 'CASE-1-LESSON'],
  },
  'unagreed-page': {
    when: { what: ['ordinary', 'family'], page: 'work', agreed: 'no' },
    standing: 'poor',
    because: ['SN-BEST-1', 'SUM-APP-3.2'],
  },
  'family-unread': {
    when: { what: 'family', page: 'work', checked: 'no' },
    standing: 'poor',
    because: ['INT-3', 'SUM-APP-7'],
  },
  family: {
    when: { what: 'family', page: 'work', agreed: 'yes', checked: 'yes' },
    standing: 'safe',
    because: ['GEN-APP-7.1', 'GEN-APP-7.2', 'SUM-APP-7'],
    needs: ['permission', 'manager'],
  },
  'own-page': {
    when: { what: 'ordinary', page: 'own' },
    standing: 'safe',
    because: [
      'META-STATUS',
      'GEN-APP-4',
      'SUM-APP-4',
      'GEN-APP-7.1',
      'GEN-APP-7.2',
      'SUM-APP-5',
      'SUM-APP-7',
    ],
  },
  unread: {
    when: { what: 'ordinary', page: 'work', agreed: 'yes', checked: 'no' },
    standing: 'safe',
    because: ['GEN-GUIDE-3', 'GEN-APP-7.2'],
  },
  'read-by-another': {
    when: { what: 'ordinary', page: 'work', agreed: 'yes', checked: 'yes' },
    standing: 'best',
    because: ['SN-BEST-1', 'GEN-APP-3', 'SUM-APP-5'],
  },
})

export const play = rowsOf('play', {
  family: {
    when: { who: family },
    standing: 'forbidden',
    because: ['GEN-INAPP-7', 'SUM-INAPP-7.1'],
  },
  stranger: { when: { who: 'stranger', checked: 'no' }, standing: 'poor', because: ['SUM-INAPP-7.2'] },
  'stranger-found-out': {
    when: { who: 'stranger', checked: 'yes' },
    standing: 'safe',
    because: ['SUM-INAPP-7.2', 'META-STATUS'],
  },
  friend: { when: { who: 'friend' }, standing: 'safe', because: ['META-STATUS'] },
})
