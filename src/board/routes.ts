import { address } from '../screens/index.ts'

export const routes = {
  board: address('/board', ['board-member']),
  agency: address('/board/:agency', ['board-member']),
} as const
