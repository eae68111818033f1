import { rowsOf } from '../row.ts'

const family = ['child', 'at-risk', 'parent'] as const
const adults = ['at-risk', 'parent'] as const
const allowed = ['agreed', 'organisation'] as const

export const call = rowsOf('call', {
  'own-phone': {
    when: { who: family, device: 'own' },
    standing: 'forbidden',
    because: ['PH-DONT-1', 'PH-DONT-NOTE', 'GEN-INAPP-2', 'SUM-INAPP-2', 'PH-POOR-1'],
    owed: ['change-number'],
    firm: 'own-equipment',
  },
  personal: {
    when: { who: family, purpose: 'personal' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2'],
    firm: 'no-exception',
  },
  'child-unknown-to-anybody': {
    when: { who: 'child', sight: 'nobody' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2'],
    firm: 'child',
  },
  'at-risk-unknown-to-anybody': {
    when: { who: 'at-risk', sight: 'nobody' },
    standing: 'poor',
    because: ['GEN-GUIDE-2'],
  },
  'parent-not-noted': {
    when: { who: 'parent', device: allowed, purpose: 'work', sight: 'nobody' },
    standing: 'safe',
    because: ['PH-GOOD-1', 'PH-GOOD-2'],
    owed: ['note-contact'],
  },
  'child-noted': {
    when: { who: 'child', device: allowed, purpose: 'work', sight: 'noted' },
    standing: 'safe',
    because: ['GEN-GUIDE-2', 'PH-GOOD-1'],
    needs: ['manager'],
  },
  'agreed-phone': {
    when: { who: family, device: 'agreed', purpose: 'work' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'PH-SAFE-3', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  adult: {
    when: { who: adults, device: 'organisation', purpose: 'work', sight: ['noted', 'second-adult'] },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2'],
  },
  child: {
    when: { who: 'child', device: 'organisation', purpose: 'work', sight: 'second-adult' },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2'],
  },
  'private-life': { when: { who: 'private' }, standing: 'safe', because: ['META-STATUS'] },
})

export const text = rowsOf('text', {
  'own-phone': {
    when: { who: family, device: 'own' },
    standing: 'forbidden',
    because: ['PH-DONT-1', 'PH-DONT-NOTE', 'GEN-INAPP-2', 'SUM-INAPP-2', 'PH-POOR-1'],
    owed: ['change-number'],
    firm: 'own-equipment',
  },
  personal: {
    when: { who: family, purpose: 'personal' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'GEN-INAPP-3', 'SUM-INAPP-3'],
    firm: 'no-exception',
  },
  'alone-with-child': {
    when: { who: 'child', sight: ['nobody', 'kept'] },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'GEN-INAPP-3'],
    firm: 'child',
  },
  unseen: {
    when: { who: adults, sight: 'nobody' },
    standing: 'poor',
    because: ['GEN-GUIDE-2', 'GEN-APP-5', 'SUM-APP-5'],
  },
  'agreed-phone': {
    when: { who: adults, device: 'agreed', purpose: 'work', sight: ['kept', 'second-adult'] },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'PH-SAFE-3', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  'agreed-phone-child': {
    when: { who: 'child', device: 'agreed', purpose: 'work', sight: 'second-adult' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'PH-SAFE-3', 'PH-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  adult: {
    when: { who: adults, device: 'organisation', purpose: 'work', sight: ['kept', 'second-adult'] },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2', 'GEN-APP-5'],
  },
  child: {
    when: { who: 'child', device: 'organisation', purpose: 'work', sight: 'second-adult' },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2', 'GEN-APP-5'],
  },
  'private-life': { when: { who: 'private' }, standing: 'safe', because: ['META-STATUS'] },
})

/** Any equipment used for work: phones, cameras, computers. */
export const useDevice = rowsOf('use-device', {
  own: {
    when: { device: 'own' },
    standing: 'forbidden',
    because: ['GEN-INAPP-2', 'GEN-INAPP-6', 'PH-POOR-1', 'IM-POOR-2', 'LS-POOR-1', 'PH-INPLACE-1'],
    firm: 'own-equipment',
  },
  'policy-unsigned': {
    when: { signed: 'no' },
    standing: 'forbidden',
    because: ['EXP-AUP', 'SUM-APP-6.1', 'GEN-APP-6'],
    owed: ['sign-policy'],
    firm: 'no-exception',
  },
  unlocked: {
    when: { lock: 'none' },
    standing: 'poor',
    because: ['GEN-APP-2', 'SUM-APP-2', 'GEN-GUIDE-1'],
  },
  'features-on': {
    when: { features: 'as-it-came' },
    standing: 'poor',
    because: ['GEN-APP-8', 'SUM-APP-8', 'GEN-APP-9', 'SUM-APP-9.1', 'SUM-APP-9.2', 'PH-GOOD-3', 'LS-BEST-1'],
  },
  agreed: {
    when: { device: 'agreed', signed: 'yes', lock: 'locked', features: 'off', where: ['usual', 'trip'] },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'IM-SAFE-1', 'LS-SAFE-1', 'GEN-GUIDE-1'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  'agreed-abroad': {
    when: { device: 'agreed', signed: 'yes', lock: 'locked', features: 'off', where: 'abroad' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'PH-SAFE-2', 'IM-SAFE-1', 'LS-SAFE-1', 'PH-INPLACE-3'],
    needs: ['senior-manager'],
    owed: ['review-exception', 'check-roaming'],
  },
  organisation: {
    when: { device: 'organisation', signed: 'yes', lock: 'locked', features: 'off', where: 'usual' },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2', 'PH-GOOD-3', 'IM-BEST-1', 'IM-BEST-2', 'GEN-GUIDE-1'],
  },
  'organisation-trip': {
    when: { device: 'organisation', signed: 'yes', lock: 'locked', features: 'off', where: 'trip' },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2', 'PH-GOOD-3', 'IM-BEST-2', 'PH-INPLACE-2', 'IM-INPLACE-4'],
    owed: ['check-charge', 'return-equipment'],
  },
  'organisation-abroad': {
    when: { device: 'organisation', signed: 'yes', lock: 'locked', features: 'off', where: 'abroad' },
    standing: 'best',
    because: ['PH-GOOD-1', 'PH-GOOD-2', 'PH-GOOD-3', 'PH-INPLACE-2', 'PH-INPLACE-3'],
    owed: ['check-charge', 'check-roaming', 'return-equipment'],
  },
})
