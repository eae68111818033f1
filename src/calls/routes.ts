import { mayOpen, maySupervise } from '../messages/index.ts'
import { address } from '../screens/index.ts'

export const routes = {
  calls: address('/calls', mayOpen),
  team: address('/calls/team', maySupervise),
  log: address('/calls/new', mayOpen),
  whom: address('/calls/whom', mayOpen),
  with: address('/calls/with/:person', mayOpen),
  number: address('/calls/numbers/:person', mayOpen),
  opened: address('/calls/opened/:opening', mayOpen),
  call: address('/calls/:call', 'staff'),
  correct: address('/calls/:call/correct', mayOpen),
} as const
