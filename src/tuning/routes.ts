import { address } from '../screens/index.ts'
import { maySee, mayTune } from './rules.ts'

export const routes = {
  screening: address('/screening', maySee),
  kind: address('/screening/kinds/:kind', maySee),
  try: address('/screening/try', maySee),
  tryMessages: address('/screening/try/messages', ['designated-person', 'deputy-designated-person']),
  tuning: address('/screening/changes/:tuning', maySee),
  endTuning: address('/screening/changes/:tuning/end', mayTune),
} as const
