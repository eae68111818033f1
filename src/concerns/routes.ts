import type { Role } from '../records/index.ts'
import { address } from '../screens/index.ts'

/** Who may be let in to read concerns. Which, each concern says for itself. */
export const mayRead = [
  'designated-person',
  'deputy-designated-person',
  'senior-manager',
] as const satisfies readonly Role[]

/** Who answers for it that a concern would reach somebody. */
export const maySeeChain = [...mayRead, 'administrator'] as const satisfies readonly Role[]

export const routes = {
  tell: address('/tell', 'anyone'),
  gate: address('/tell/:place', 'anyone'),
  danger: address('/tell/:place/danger', 'anyone', { atAnyRate: true }),
  online: address('/tell/:place/online', 'anyone'),
  words: address('/tell/:place/words', 'anyone'),
  /** The same two in a child’s words, for whoever is signed in nowhere. */
  childGate: address('/tell/:place/child', 'anyone'),
  childWords: address('/tell/:place/child/words', 'anyone'),
  /** The form to print; and, copied by the staff, what somebody wrote on it. */
  paper: address('/tell/:place/paper', 'anyone'),
  fromPaper: address('/concerns/from-paper', 'staff'),
  told: address('/told', 'anyone'),
  own: address('/told/mine', 'staff'),
  proof: address('/told/proof', 'anyone'),
  leaveTold: address('/told/leave', 'anyone'),
  chain: address('/concerns/chain', maySeeChain),
  letterCame: address('/concerns/chain/came/:letter', mayRead),
  concerns: address('/concerns', mayRead),
  concern: address('/concerns/:concern', mayRead),
  answer: address('/concerns/:concern/answer', mayRead),
  packs: address('/concerns/:concern/packs', mayRead),
  makePack: address('/concerns/:concern/packs/for/:body', mayRead),
  pack: address('/concerns/:concern/packs/:pack', mayRead),
  packFile: address('/concerns/:concern/packs/:pack/file', mayRead),
}
