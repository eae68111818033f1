import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'

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
  within: address('/concerns/glass', mayRead),
  glass: address('/concerns/glass/:concern', mayRead),
}
