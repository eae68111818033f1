import { address } from '../screens/index.ts'
import { mayErase, mayOpen, maySupervise } from './rules.ts'
import { mayReadWorries } from './worried/who-reads.ts'

export const routes = {
  conversations: address('/conversations', 'staff'),
  team: address('/conversations/team', maySupervise),
  search: address('/conversations/search', 'staff'),
  waitingList: address('/conversations/waiting', maySupervise),
  waiting: address('/conversations/waiting/:waiting', 'staff'),
  marked: address('/conversations/marked/:mark', maySupervise),
  details: address('/conversations/:conversation/messages/:message/details', maySupervise),
  open: address('/conversations/new', mayOpen),
  conversation: address('/conversations/:conversation', 'staff'),
  kept: address('/conversations/kept/:kept', maySupervise),
  keptDetails: address('/conversations/kept/:kept/details', maySupervise),
  write: address('/conversations/:conversation/write', 'staff'),
  secondAdult: address('/conversations/:conversation/second-adult', maySupervise),
  erase: address('/conversations/:conversation/messages/:message/erase', mayErase),
  worried: address('/conversations/:conversation/messages/:message/worried', 'staff'),
  live: address('/conversations/:conversation/live', 'staff'),
  worries: address('/worries', mayReadWorries),
  worry: address('/worries/:worry', 'staff'),
  worryAnswer: address('/worries/:worry/answer', 'staff'),
  family: address('/family', 'family'),
  familyKept: address('/family/kept', 'family'),
  familyKeptHelp: address('/family/kept/help', 'family'),
  familyNew: address('/family/new', 'family'),
  familyHelp: address('/family/:conversation/help', 'family'),
  familyConversation: address('/family/:conversation', 'family'),
  familyWrite: address('/family/:conversation/write', 'family'),
  familyWorried: address('/family/:conversation/messages/:message/worried', 'family'),
  familyLive: address('/family/:conversation/live', 'family'),
} as const
