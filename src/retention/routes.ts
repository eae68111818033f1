import { address } from '../screens/index.ts'
import { mayErase, mayHold, maySet } from './rules.ts'

export const routes = {
  keeping: address('/keeping', 'staff'),
  kind: address('/keeping/:kind', maySet),
  holds: address('/holds', mayHold),
  holdPerson: address('/holds/people/:person', mayHold),
  holdConversation: address('/holds/conversations/:conversation', mayHold),
  hold: address('/holds/:hold', mayHold),
  liftHold: address('/holds/:hold/lift', mayHold),
  erase: address('/erase/:kind/:thing', mayErase),
} as const
