import { address } from '../screens/index.ts'

export const routes = {
  duties: address('/duties', 'staff'),
} as const
