import type { StatementId } from '../guidance/index.ts'

/** A category of ../../docs: what kind of thing was found. C1 is a contact detail given. */
export type Category = 'C1'
export type Strength = 'critical' | 'high' | 'medium' | 'low'
export type Speaker = 'worker' | 'parent' | 'child'

interface Rule {
  readonly category: Category
  readonly strength: Readonly<Record<Speaker, Strength>>
  readonly cites: readonly StatementId[]
  /** What it says to the writer, after "it gives". */
  readonly gives: string
  /** What to do instead. */
  readonly instead: string
}

const given = { worker: 'high', parent: 'low', child: 'medium' } as const

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
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof screeningRules
