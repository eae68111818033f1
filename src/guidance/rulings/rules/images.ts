import { rowsOf } from '../row.ts'

const atWork = ['child', 'adult', 'nobody'] as const
const people = ['child', 'adult'] as const

export const takePicture = rowsOf('take-picture', {
  'own-equipment': {
    when: { shows: atWork, device: 'own' },
    standing: 'forbidden',
    because: ['IM-DONT-1', 'IM-DONT-NOTE', 'GEN-INAPP-6', 'SUM-INAPP-6', 'IM-POOR-2'],
    firm: 'own-equipment',
  },
  'no-permission': {
    when: { shows: people, permission: 'no' },
    standing: 'forbidden',
    because: ['IM-INPLACE-3'],
    firm: 'no-exception',
  },
  stays: {
    when: { shows: atWork, after: 'stays' },
    standing: 'poor',
    because: ['IM-SAFE-2', 'IM-POOR-3', 'IM-INPLACE-4'],
  },
  'agreed-equipment': {
    when: { shows: people, device: 'agreed', permission: 'yes', after: 'moved' },
    standing: 'safe',
    because: ['IM-SAFE-1', 'IM-SAFE-2', 'IM-INPLACE-1', 'IM-INPLACE-3'],
    needs: ['senior-manager', 'permission'],
    owed: ['move-and-delete', 'review-exception'],
  },
  'agreed-equipment-nobody': {
    when: { shows: 'nobody', device: 'agreed', after: 'moved' },
    standing: 'safe',
    because: ['IM-SAFE-1', 'IM-SAFE-2', 'IM-INPLACE-1'],
    needs: ['senior-manager'],
    owed: ['move-and-delete', 'review-exception'],
  },
  organisation: {
    when: { shows: people, device: 'organisation', permission: 'yes', after: 'moved' },
    standing: 'best',
    because: ['IM-BEST-1', 'IM-BEST-2', 'IM-SAFE-2', 'IM-INPLACE-2', 'IM-INPLACE-3', 'IM-INPLACE-4'],
    needs: ['permission'],
    owed: ['move-and-delete', 'return-equipment'],
  },
  'organisation-nobody': {
    when: { shows: 'nobody', device: 'organisation', after: 'moved' },
    standing: 'best',
    because: ['IM-BEST-1', 'IM-BEST-2', 'IM-SAFE-2', 'IM-INPLACE-4'],
    owed: ['move-and-delete', 'return-equipment'],
  },
  'private-life': { when: { shows: 'private' }, standing: 'safe', because: ['META-STATUS', 'GEN-APP-7.2'] },
})

export const keepPicture = rowsOf('keep-picture', {
  sexual: {
    when: { shows: 'sexual' },
    standing: 'forbidden',
    because: ['WEB-POOR-1', 'REP-3', 'REP-IWF', 'REP-4'],
    owed: ['report-outside', 'tell-designated-person'],
    firm: 'law',
  },
  'own-equipment': {
    when: { shows: 'ordinary', where: 'own' },
    standing: 'forbidden',
    because: ['IM-POOR-1', 'IM-POOR-3', 'GEN-INAPP-6'],
    owed: ['tell-manager'],
    firm: 'own-equipment',
  },
  'no-permission': {
    when: { shows: 'ordinary', permission: 'no' },
    standing: 'forbidden',
    because: ['IM-INPLACE-3'],
    owed: ['tell-manager'],
    firm: 'no-exception',
  },
  personal: {
    when: { shows: 'ordinary', purpose: 'personal' },
    standing: 'poor',
    because: ['IM-POOR-3', 'GEN-GUIDE-2'],
    firm: 'no-exception',
  },
  'not-moved': {
    when: { shows: 'ordinary', where: ['agreed', 'camera'] },
    standing: 'poor',
    because: ['IM-SAFE-2', 'IM-POOR-3', 'IM-INPLACE-4'],
    owed: ['move-and-delete'],
  },
  storage: {
    when: { shows: 'ordinary', where: 'storage', purpose: 'work', permission: 'yes' },
    standing: 'best',
    because: ['IM-SAFE-2', 'IM-INPLACE-2', 'IM-INPLACE-3', 'IM-INPLACE-4'],
    needs: ['permission'],
  },
})

export const usePicture = rowsOf('use-picture', {
  'own-equipment': {
    when: { from: 'own' },
    standing: 'forbidden',
    because: ['IM-POOR-1', 'IM-POOR-3', 'GEN-INAPP-6'],
    firm: 'own-equipment',
  },
  'no-permission': {
    when: { permission: ['none', 'taking'] },
    standing: 'forbidden',
    because: ['IM-INPLACE-3'],
    firm: 'no-exception',
  },
  named: {
    when: { from: 'storage', permission: 'use', named: 'named' },
    standing: 'safe',
    because: ['IM-INPLACE-2', 'IM-INPLACE-3'],
    needs: ['permission', 'manager'],
  },
  unnamed: {
    when: { from: 'storage', permission: 'use', named: 'unnamed' },
    standing: 'best',
    because: ['IM-INPLACE-2', 'IM-INPLACE-3'],
    needs: ['permission'],
  },
})

export const publishPicture = rowsOf('publish-picture', {
  'own-page': {
    when: { profile: 'own' },
    standing: 'forbidden',
    because: ['SN-DONT-1', 'SN-EITHER-1'],
    firm: 'no-exception',
  },
  'own-equipment': {
    when: { from: 'own' },
    standing: 'forbidden',
    because: ['IM-POOR-1', 'IM-POOR-3', 'GEN-INAPP-6'],
    firm: 'own-equipment',
  },
  'no-permission': {
    when: { permission: ['none', 'taking'] },
    standing: 'forbidden',
    because: ['IM-INPLACE-3'],
    firm: 'no-exception',
  },
  'unagreed-page': {
    when: { profile: 'unagreed' },
    standing: 'poor',
    because: ['SN-BEST-1', 'SUM-APP-3.2', 'SN-INPLACE-2'],
  },
  named: { when: { named: 'named' }, standing: 'poor', because: ['GEN-APP-7.2', 'SUM-APP-7', 'GEN-APP-7.1'] },
  unnamed: {
    when: { profile: 'agreed', permission: 'use', named: 'unnamed', from: 'storage' },
    standing: 'best',
    because: ['IM-INPLACE-2', 'IM-INPLACE-3', 'GEN-APP-7.2'],
    needs: ['permission', 'manager'],
  },
})
