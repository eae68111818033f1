import { address } from '../screens/index.ts'
import { mayFollow, maySetRenewal } from './rules.ts'

export const routes = {
  path: address('/induction', 'staff'),
  lesson: address('/induction/lessons/:lesson', 'staff'),
  question: address('/induction/lessons/:lesson/:question', 'staff'),
  scenario: address('/induction/situations/:number', 'staff'),
  finish: address('/induction/finish', 'staff'),
  passed: address('/induction/passed', 'staff'),
  people: address('/induction/people', mayFollow),
  peopleFile: address('/induction/people/file', mayFollow),
  renewal: address('/induction/renewal', maySetRenewal),
} as const
