import type { Role } from '../../records/index.ts'
import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'

/** Who sees small worries about adults together, as far as each reads them. */
export const mayReadLowLevel = ['designated-person', 'senior-manager'] as const satisfies readonly Role[]

/** What those who read a concern do about it. */
export const work = {
  open: address('/concerns/:concern/open', mayRead),
  correct: address('/concerns/:concern/correct', mayRead),
  decide: address('/concerns/:concern/decide', mayRead),
  act: address('/concerns/:concern/action', mayRead),
  action: address('/concerns/actions/:action', mayRead),
  review: address('/concerns/:concern/review', mayRead),
  link: address('/concerns/:concern/link', mayRead),
  subject: address('/concerns/:concern/subject', mayRead),
  letIn: address('/concerns/:concern/let-in', mayRead),
  body: address('/concerns/:concern/body', mayRead),
  close: address('/concerns/:concern/close', mayRead),
  lowLevel: address('/concerns/low-level', mayReadLowLevel),
  search: address('/concerns/search', mayRead),
  child: address('/concerns/children/:person', mayRead),
  within: address('/concerns/glass', mayRead),
  glass: address('/concerns/glass/:concern', mayRead),
}
