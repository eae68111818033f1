import { rowsOf } from '../row.ts'

const family = ['child', 'at-risk', 'parent'] as const
const adults = ['at-risk', 'parent'] as const

export const goLive = rowsOf('go-live', {
  own: {
    when: { who: family, device: 'own' },
    standing: 'forbidden',
    because: ['LS-DONT-1', 'LS-POOR-1', 'LS-INPLACE-1'],
    firm: 'own-equipment',
  },
  'alone-with-child': {
    when: { who: 'child', adults: 'alone' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'LS-INPLACE-2'],
    firm: 'child',
  },
  'alone-with-at-risk': {
    when: { who: 'at-risk', adults: 'alone' },
    standing: 'poor',
    because: ['GEN-GUIDE-2', 'LS-INPLACE-2'],
  },
  'no-safeguards': {
    when: { who: family, safeguards: 'none' },
    standing: 'poor',
    because: ['LS-BEST-1', 'LS-INPLACE-2'],
  },
  'agreed-child': {
    when: { who: 'child', device: 'agreed', safeguards: 'in-place', adults: 'second-adult' },
    standing: 'safe',
    because: ['LS-SAFE-1', 'LS-BEST-1', 'LS-INPLACE-2'],
    needs: ['senior-manager', 'permission'],
    owed: ['review-exception'],
  },
  'agreed-adult': {
    when: { who: adults, device: 'agreed', safeguards: 'in-place' },
    standing: 'safe',
    because: ['LS-SAFE-1', 'LS-BEST-1', 'LS-INPLACE-2'],
    needs: ['senior-manager'],
    owed: ['review-exception'],
  },
  child: {
    when: { who: 'child', device: 'organisation', safeguards: 'in-place', adults: 'second-adult' },
    standing: 'best',
    because: ['LS-BEST-1', 'LS-INPLACE-2', 'GEN-APP-3'],
    needs: ['permission'],
  },
  adult: {
    when: { who: adults, device: 'organisation', safeguards: 'in-place' },
    standing: 'best',
    because: ['LS-BEST-1', 'LS-INPLACE-2', 'GEN-APP-3'],
  },
  'private-life': { when: { who: 'private' }, standing: 'safe', because: ['META-STATUS', 'GEN-APP-7.2'] },
})

export const record = rowsOf('record', {
  own: {
    when: { device: 'own' },
    standing: 'forbidden',
    because: ['LS-DONT-1', 'LS-POOR-1', 'GEN-INAPP-6'],
    firm: 'own-equipment',
  },
  'no-permission': {
    when: { permission: 'no' },
    standing: 'forbidden',
    because: ['LS-DONT-1', 'IM-INPLACE-3'],
    firm: 'no-exception',
  },
  personal: {
    when: { purpose: 'personal' },
    standing: 'poor',
    because: ['LS-POOR-2', 'GEN-GUIDE-2'],
    firm: 'no-exception',
  },
  stays: { when: { after: 'stays' }, standing: 'poor', because: ['LS-SAFE-2', 'LS-INPLACE-3'] },
  agreed: {
    when: { device: 'agreed', permission: 'yes', purpose: 'work', after: 'moved' },
    standing: 'safe',
    because: ['LS-SAFE-1', 'LS-SAFE-2', 'LS-INPLACE-3'],
    needs: ['senior-manager', 'permission'],
    owed: ['move-and-delete', 'review-exception'],
  },
  organisation: {
    when: { device: 'organisation', permission: 'yes', purpose: 'work', after: 'moved' },
    standing: 'best',
    because: ['IM-BEST-1', 'LS-SAFE-2', 'LS-INPLACE-3', 'IM-INPLACE-3'],
    needs: ['permission'],
    owed: ['move-and-delete'],
  },
})
