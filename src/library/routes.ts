import { address } from '../screens/index.ts'
import { mayCheck } from './rules.ts'

export const routes = {
  home: address('/guidance', 'staff'),
  search: address('/guidance/search', 'staff'),
  way: address('/guidance/contact/:way', 'staff'),
  general: address('/guidance/do-and-do-not', 'staff'),
  law: address('/guidance/law', 'staff'),
  cases: address('/guidance/cases', 'staff'),
  lesson: address('/guidance/cases/:case', 'staff'),
  words: address('/guidance/words', 'staff'),
  reporting: address('/guidance/reporting', 'staff'),
  sources: address('/guidance/sources', 'staff'),
  about: address('/guidance/about', 'staff'),
  notes: address('/guidance/notes', 'staff'),
  topic: address('/guidance/notes/:topic', 'staff'),
  check: address('/guidance/notes/:topic/:note/check', mayCheck),
  statement: address('/guidance/statements/:statement', 'staff'),
  trace: address('/guidance/trace', 'staff'),
  traced: address('/guidance/trace/:section', 'staff'),
} as const
