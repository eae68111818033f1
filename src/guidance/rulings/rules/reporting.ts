import { rowsOf } from '../row.ts'

const inside = ['designated', 'manager'] as const

/**
 * No row here needs anybody's agreement, no organisation may tighten one, and calling 999 is best whatever else is so.
 * Telling somebody outside is never less than safe.
 */
export const report = rowsOf('report', {
  '999': {
    when: { to: '999' },
    standing: 'best',
    because: ['REP-999-1'],
    owed: ['tell-designated-person'],
  },
  police: {
    when: { to: 'police' },
    standing: 'best',
    because: ['REP-4', 'REP-5'],
    owed: ['tell-designated-person'],
  },
  ceop: {
    when: { to: 'ceop', danger: 'no', about: ['abuse', 'images'] },
    standing: 'best',
    because: ['REP-CEOP', 'REP-4', 'REP-5'],
    owed: ['tell-designated-person'],
  },
  'ceop-for-something-else': {
    when: { to: 'ceop', danger: 'no', about: ['worker', 'other'] },
    standing: 'safe',
    because: ['REP-4', 'SRC-CEOP-3'],
    owed: ['tell-designated-person'],
  },
  iwf: {
    when: { to: 'iwf', danger: 'no', about: 'images' },
    standing: 'best',
    because: ['REP-IWF', 'REP-5'],
    owed: ['tell-designated-person'],
  },
  'iwf-for-abuse': {
    when: { to: 'iwf', danger: 'no', about: 'abuse' },
    standing: 'safe',
    because: ['REP-CEOP', 'REP-4'],
    owed: ['report-outside', 'tell-designated-person'],
  },
  'iwf-for-something-else': {
    when: { to: 'iwf', danger: 'no', about: ['worker', 'other'] },
    standing: 'safe',
    because: ['REP-4', 'REP-3'],
    owed: ['tell-designated-person'],
  },
  'outside-while-in-danger': {
    when: { to: ['ceop', 'iwf'], danger: 'now' },
    standing: 'safe',
    because: ['REP-999-1'],
    owed: ['call-999', 'tell-designated-person'],
  },
  'inside-while-in-danger': {
    when: { to: inside, danger: 'now' },
    standing: 'poor',
    because: ['REP-999-1'],
    owed: ['call-999', 'tell-designated-person'],
    firm: 'child',
  },
  'designated-online': {
    when: { to: 'designated', danger: 'no', about: ['abuse', 'images'] },
    standing: 'best',
    because: ['REP-4', 'REP-CEOP', 'REP-5'],
    owed: ['report-outside'],
  },
  designated: {
    when: { to: 'designated', danger: 'no', about: ['worker', 'other'] },
    standing: 'best',
    because: ['REP-4', 'REP-2', 'REP-3'],
  },
  'manager-online': {
    when: { to: 'manager', danger: 'no', about: ['abuse', 'images'] },
    standing: 'safe',
    because: ['REP-4', 'REP-3', 'REP-CEOP'],
    owed: ['report-outside', 'tell-designated-person'],
  },
  manager: {
    when: { to: 'manager', danger: 'no', about: ['worker', 'other'] },
    standing: 'safe',
    because: ['REP-4', 'REP-3'],
    owed: ['tell-designated-person'],
  },
  'nobody-while-in-danger': {
    when: { to: 'nobody', danger: 'now' },
    standing: 'forbidden',
    because: ['REP-999-1', 'REP-4'],
    owed: ['call-999', 'tell-designated-person'],
    firm: 'child',
  },
  nobody: {
    when: { to: 'nobody', danger: 'no' },
    standing: 'forbidden',
    because: ['REP-4', 'REP-3', 'BG-2'],
    owed: ['tell-designated-person'],
    firm: 'child',
  },
})
