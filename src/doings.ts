import { routes as approaches, linkRoutes as links } from './approaches/index.ts'
import { routes as board } from './board/index.ts'
import { routes as calls } from './calls/index.ts'
import { routes as concerns } from './concerns/index.ts'
import { routes as exports } from './exports/index.ts'
import { routes as induction } from './induction/index.ts'
import { routes as messages } from './messages/index.ts'
import { routes as notices } from './notices/index.ts'
import { routes as ownRules } from './own-rules/index.ts'
import { routes as posters } from './posters/index.ts'
import { routes as reviews } from './reviews/index.ts'
import { routes as sealing } from './sealing/index.ts'
import { routes as texts } from './texts/index.ts'
import type { Doing } from './welcome/index.ts'

/** What somebody does here in the rooms that home cannot know of: the app gives it. */
export const doingsAbove: readonly Doing[] = [
  { of: 'families', words: 'Telephone calls', href: calls.calls.to(), opens: calls.calls.opens },
  { of: 'families', words: 'Write to a group', href: notices.notices.to(), opens: notices.notices.opens },
  { of: 'families', words: 'Text messages', href: texts.texts.to(), opens: texts.texts.opens },
  {
    of: 'families',
    words: 'Somebody reached me on a personal account',
    href: approaches.tell.to(),
    opens: approaches.tell.opens,
  },
  {
    of: 'worries',
    words: 'I am worried about somebody',
    href: concerns.tell.to(),
    opens: concerns.tell.opens,
  },
  { of: 'worries', words: 'Concerns', href: concerns.concerns.to(), opens: concerns.concerns.opens },
  {
    of: 'worries',
    words: 'Worries about messages',
    href: messages.worries.to(),
    opens: messages.worries.opens,
  },
  {
    of: 'worries',
    words: 'Whether a concern would reach us',
    href: concerns.chain.to(),
    opens: concerns.chain.opens,
  },
  {
    of: 'people',
    words: 'Reviews of conversations',
    href: reviews.reviews.to(),
    opens: reviews.reviews.opens,
  },
  {
    of: 'people',
    words: 'Who has done their induction',
    href: induction.people.to(),
    opens: induction.people.opens,
  },
  { of: 'organisation', words: 'Exports', href: exports.exports.to(), opens: exports.exports.opens },
  {
    of: 'organisation',
    words: 'See the member agencies',
    href: board.board.to(),
    opens: board.board.opens,
  },
  { of: 'organisation', words: 'Our own rules', href: ownRules.rules.to(), opens: ownRules.rules.opens },
  {
    of: 'organisation',
    words: 'Print a poster',
    href: posters.posters.to(),
    opens: posters.posters.opens,
  },
  { of: 'me', words: 'My induction', href: induction.path.to(), opens: induction.path.opens },
  { of: 'me', words: 'My personal links', href: links.links.to(), opens: links.links.opens },
  { of: 'me', words: 'My key', href: sealing.key.to(), opens: sealing.key.opens },
]
