import { address } from '../screens/index.ts'

export const routes = {
  board: address('/board', ['board-member']),
  agency: address('/board/:agency', ['board-member']),
  policyFit: address('/board/:agency/policies/:policy', ['board-member']),
} as const
