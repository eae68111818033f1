import { address } from '../screens/index.ts'

export const routes = {
  ask: address('/ask', 'staff'),
  keep: address('/ask/keep', 'staff'),
} as const
