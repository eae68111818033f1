import { routes as policies } from '../policies/index.ts'
import { address } from '../screens/index.ts'

// Whose a policy is to write, access.ts asks: its owner may be anybody on the staff.
export const routes = {
  draft: policies.draft,
  write: address('/policies/:policy/draft/write', 'staff', { takes: 2 * 1024 * 1024 }),
  upload: address('/policies/:policy/draft/upload', 'staff', { takes: 21 * 1024 * 1024 }),
  whole: address('/policies/:policy/draft/whole', 'staff'),
  add: address('/policies/:policy/draft/add', 'staff'),
  own: address('/policies/:policy/draft/own', 'staff'),
  part: address('/policies/:policy/draft/parts/:part', 'staff'),
  words: address('/policies/:policy/draft/parts/:part/words', 'staff'),
  wording: address('/policies/:policy/draft/parts/:part/wording', 'staff'),
  move: address('/policies/:policy/draft/parts/:part/move', 'staff'),
  out: address('/policies/:policy/draft/parts/:part/out', 'staff'),
  check: address('/policies/:policy/draft/parts/:part/check', 'staff'),
  blanks: address('/policies/:policy/draft/names', 'staff'),
  blank: address('/policies/:policy/draft/names/:blank', 'staff'),
  draftFit: address('/policies/:policy/draft/guidance', 'staff'),
  fit: policies.fit,
  ask: address('/policies/:policy/draft/ask', 'staff'),
  approve: address('/policies/:policy/draft/approve', 'staff'),
  sendBack: address('/policies/:policy/draft/send-back', 'staff'),
  withdraw: address('/policies/:policy/draft/take-back', 'staff'),
  drop: address('/policies/:policy/draft/drop', 'staff'),
} as const
