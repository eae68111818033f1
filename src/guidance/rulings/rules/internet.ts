import { rowsOf } from '../row.ts'

export const browse = rowsOf('browse', {
  illegal: {
    when: { what: 'illegal' },
    standing: 'forbidden',
    because: ['WEB-POOR-1', 'WEB-POOR-2', 'WEB-INPLACE-1'],
    owed: ['tell-designated-person'],
    firm: 'law',
  },
  unsuitable: {
    when: { what: 'unsuitable' },
    standing: 'poor',
    because: ['WEB-POOR-1', 'WEB-POOR-2', 'LEG-EXAMPLES', 'WEB-INPLACE-1'],
  },
  unprotected: {
    when: { what: ['work', 'private'], protected: 'off' },
    standing: 'poor',
    because: ['WEB-GOOD-1', 'WEB-AWARE-2'],
  },
  'private-not-allowed': {
    when: { what: 'private', allowed: 'no' },
    standing: 'poor',
    because: ['WEB-AWARE-1', 'EM-SAFE-1', 'WEB-POOR-2'],
  },
  private: {
    when: { what: 'private', allowed: 'yes', protected: 'on' },
    standing: 'safe',
    because: ['EM-SAFE-1', 'WEB-BEST-1', 'WEB-BEST-2'],
  },
  work: {
    when: { what: 'work', protected: 'on' },
    standing: 'best',
    because: ['WEB-GOOD-1', 'WEB-GOOD-2', 'WEB-BEST-1', 'WEB-AWARE-1'],
  },
})
