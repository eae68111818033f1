import { address } from '../screens/index.ts'
import { maySetAge } from './rules.ts'

export const routes = {
  age: address('/agreements/age', maySetAge),
  child: address('/agreements/:child', 'staff'),
  ask: address('/agreements/:child/ask', 'staff'),
  enter: address('/agreements/:child/enter', 'staff'),
  family: address('/family/agreements', 'family'),
  familyChild: address('/family/agreements/:child', 'family'),
} as const
