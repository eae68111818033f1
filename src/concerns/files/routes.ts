import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'

/** Files about a child that came from other organisations. */
export const arrivals = {
  files: address('/concerns/files', mayRead),
  file: address('/concerns/files/:arrived', mayRead),
  take: address('/concerns/files/:arrived/:form', mayRead, { atOnce: 2 }),
} as const
