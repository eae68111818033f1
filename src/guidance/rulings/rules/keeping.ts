import { rowsOf } from '../row.ts'

const adults = ['at-risk', 'parent'] as const

/** What is kept of the people one works with. */
export const retain = rowsOf('retain', {
  own: {
    when: { where: 'own' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-1', 'PH-POOR-1', 'PH-POOR-2', 'EM-POOR-2', 'LS-POOR-2'],
    owed: ['tell-manager'],
    firm: 'own-equipment',
  },
  'personal-emails': {
    when: { what: 'emails', purpose: 'personal' },
    standing: 'poor',
    because: ['EM-POOR-2'],
    firm: 'no-exception',
  },
  'personal-details': {
    when: { what: 'details', purpose: 'personal' },
    standing: 'poor',
    because: ['PH-POOR-2'],
    firm: 'no-exception',
  },
  'personal-information': {
    when: { what: 'information', purpose: 'personal' },
    standing: 'poor',
    because: ['LS-POOR-2'],
    firm: 'no-exception',
  },
  agreed: {
    when: { where: 'agreed', purpose: 'work' },
    standing: 'safe',
    because: ['PH-SAFE-1', 'LS-SAFE-2', 'GEN-GUIDE-1'],
    needs: ['senior-manager'],
    owed: ['move-and-delete', 'review-exception'],
  },
  organisation: {
    when: { where: 'organisation', purpose: 'work' },
    standing: 'best',
    because: ['GEN-APP-5', 'EXP-INFOGOV', 'BG-5'],
  },
})

/** Contact when the work is over. Nothing in the guidance calls it best practice. */
export const followUp = rowsOf('follow-up', {
  own: {
    when: { by: 'own' },
    standing: 'forbidden',
    because: ['SN-DONT-1', 'PH-DONT-1', 'EM-DONT-1', 'SN-POOR-2'],
    firm: 'no-exception',
  },
  personal: {
    when: { purpose: 'personal' },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'GEN-INAPP-3', 'CASE-3-FACTS', 'CASE-3-DETAIL-2'],
    firm: 'no-exception',
  },
  'alone-with-child': {
    when: { who: 'child', sight: ['nobody', 'kept'] },
    standing: 'forbidden',
    because: ['GEN-GUIDE-2', 'GEN-INAPP-3'],
    firm: 'child',
  },
  unseen: { when: { who: adults, sight: 'nobody' }, standing: 'poor', because: ['GEN-GUIDE-2', 'GEN-APP-5'] },
  unagreed: {
    when: { agreed: 'no' },
    standing: 'poor',
    because: ['GEN-GUIDE-2', 'PH-POOR-2'],
    firm: 'no-exception',
  },
  adult: {
    when: {
      who: adults,
      by: 'organisation',
      purpose: 'work',
      agreed: 'yes',
      sight: ['kept', 'second-adult'],
    },
    standing: 'safe',
    because: ['SUM-APP-3.1', 'GEN-APP-5'],
    needs: ['manager'],
  },
  child: {
    when: { who: 'child', by: 'organisation', purpose: 'work', agreed: 'yes', sight: 'second-adult' },
    standing: 'safe',
    because: ['SUM-APP-3.1', 'GEN-APP-5'],
    needs: ['manager'],
  },
})
