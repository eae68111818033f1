import { address } from '../screens/index.ts'
import { mayHear } from './rules.ts'

export const routes = {
  approaches: address('/approaches', 'staff'),
  tell: address('/approaches/new', 'staff'),
  team: address('/approaches/team', mayHear),
  approach: address('/approaches/:approach', 'staff'),
  answer: address('/approaches/:approach/answer', mayHear),
} as const
