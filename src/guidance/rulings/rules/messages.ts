import { rowsOf } from '../row.ts'

const family = ['child', 'at-risk', 'parent'] as const
const adults = ['at-risk', 'parent'] as const

/** Messages in apps, on social networks and on the web. */
export const message = rowsOf('message', {
  'own-profile': {
    when: { who: family, profile: 'own' },
    standing: 'forbidden',
    because: ['SN-DONT-1', 'SN-EITHER-1', 'SN-POOR-4'],
    firm: 'no-exception',
  },
  'own-equipment': {
    when: { who: family, device: 'own' },
    standing: 'forbidden',
    because: ['PH-DONT-1', 'PH-DONT-NOTE', 'GEN-INAPP-2', 'SUM-INAPP-2', 'PH-POOR-1'],
    firm: 'own-equipment',
  },
  personal: {
    when: { who: family, purpose: 'personal' },
    standing: 'forbidden',
    because: ['GEN-INAPP-3', 'SUM-INAPP-3', 'GEN-GUIDE-2'],
    firm: 'no-exception',
  },
  unseen: {
    when: { who: family, sight: 'nobody' },
    standing: 'forbidden',
    because: ['SUM-INAPP-3', 'GEN-GUIDE-2', 'GEN-APP-5'],
    firm: 'no-exception',
  },
  'alone-with-child': {
    when: { who: 'child', sight: 'kept' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'GEN-INAPP-3'],
    firm: 'child',
  },
  'unagreed-profile': {
    when: { who: family, profile: 'unagreed' },
    standing: 'poor',
    because: ['SN-BEST-1', 'SUM-APP-3.2', 'SN-INPLACE-2'],
  },
  'agreed-equipment': {
    when: {
      who: adults,
      profile: 'agreed',
      device: 'agreed',
      purpose: 'work',
      sight: ['kept', 'second-adult'],
    },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'PH-SAFE-3', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  'agreed-equipment-child': {
    when: { who: 'child', profile: 'agreed', device: 'agreed', purpose: 'work', sight: 'second-adult' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'PH-SAFE-3', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  adult: {
    when: {
      who: adults,
      profile: 'agreed',
      device: 'organisation',
      purpose: 'work',
      sight: ['kept', 'second-adult'],
    },
    standing: 'best',
    because: ['GEN-APP-3', 'SUM-APP-3.1', 'SN-BEST-1', 'PH-GOOD-1', 'GEN-APP-5', 'SUM-APP-5'],
  },
  child: {
    when: { who: 'child', profile: 'agreed', device: 'organisation', purpose: 'work', sight: 'second-adult' },
    standing: 'best',
    because: ['GEN-APP-3', 'SUM-APP-3.1', 'SN-BEST-1', 'SN-BEST-2', 'PH-GOOD-1', 'GEN-APP-5', 'SUM-APP-5'],
  },
  'private-life': {
    when: { who: 'private' },
    standing: 'safe',
    because: ['META-STATUS', 'GEN-APP-7.1', 'GEN-APP-7.2'],
  },
})

export const email = rowsOf('email', {
  'own-account': {
    when: { who: family, account: 'own' },
    standing: 'forbidden',
    because: ['EM-DONT-1', 'EM-EITHER-1', 'EM-POOR-1', 'EM-INPLACE-1'],
    firm: 'no-exception',
  },
  'own-equipment': {
    when: { who: family, device: 'own' },
    standing: 'forbidden',
    because: ['PH-DONT-1', 'PH-DONT-NOTE', 'GEN-INAPP-2', 'SUM-INAPP-2'],
    firm: 'own-equipment',
  },
  personal: {
    when: { who: family, purpose: 'personal' },
    standing: 'forbidden',
    because: ['GEN-INAPP-3', 'SUM-INAPP-3', 'GEN-GUIDE-2'],
    firm: 'no-exception',
  },
  'alone-with-child': {
    when: { who: 'child', sight: 'alone' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'GEN-INAPP-3'],
    firm: 'child',
  },
  'agreed-equipment': {
    when: { who: adults, account: 'organisation', device: 'agreed', purpose: 'work' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'EM-BEST-1', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  'agreed-equipment-child': {
    when: { who: 'child', account: 'organisation', device: 'agreed', purpose: 'work', sight: 'second-adult' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'EM-BEST-1', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  adult: {
    when: { who: adults, account: 'organisation', device: 'organisation', purpose: 'work' },
    standing: 'best',
    because: ['EM-BEST-1', 'GEN-APP-5'],
  },
  child: {
    when: {
      who: 'child',
      account: 'organisation',
      device: 'organisation',
      purpose: 'work',
      sight: 'second-adult',
    },
    standing: 'best',
    because: ['EM-BEST-1', 'GEN-APP-5'],
  },
  'private-life': {
    when: { who: 'private' },
    standing: 'safe',
    because: ['EM-SAFE-1', 'EM-INPLACE-2', 'META-STATUS', 'WEB-BEST-1'],
  },
})
