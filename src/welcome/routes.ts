import { address } from '../screens/index.ts'

export const routes = {
  home: address('/', 'staff'),
  help: address('/help', 'anyone'),
} as const
