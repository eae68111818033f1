import type { Act, Standing } from '../guidance/index.ts'
import { routes as messages } from '../messages/index.ts'
import { routes as policies } from '../policies/index.ts'
import type { PersonActor } from '../records/index.ts'
import type { Address } from '../screens/index.ts'
import type { Asked } from './asked.ts'

/** Where to go on from an answer. */
export interface Place {
  readonly href: string
  readonly text: string
}

interface Leads {
  readonly to: Address<'/conversations/new'> | Address<'/policies'>
  /** Where the act may be done. */
  readonly go: string
  /** Where it may not: what to do instead. */
  readonly instead: string
}

const write: Leads = {
  to: messages.open,
  go: 'Write to a child or family here',
  instead: 'Write to them here instead',
}
const read: Leads = {
  to: policies.policies,
  go: 'Read your organisation’s policies',
  instead: 'Read your organisation’s policies',
}

/** Where each act is done, or done instead, in Lanyard. What has no room here yet leads to the policies. */
const leads: Readonly<Record<Exclude<Act, 'report'>, Leads>> = {
  message: write,
  email: write,
  call: write,
  text: write,
  'go-live': write,
  'follow-up': write,
  'add-contact': write,
  'share-details': write,
  'make-profile': read,
  post: read,
  play: read,
  'take-picture': read,
  'keep-picture': read,
  'use-picture': read,
  'publish-picture': read,
  record: read,
  'use-device': read,
  browse: read,
  retain: read,
}

/** The help page. It is named here and not imported: the room that has it shows this one. */
const help: Place = { href: '/help', text: 'Get help now: who to tell, and how' }

/** Where this person goes on from the answer, with who it is with carried over. Undefined when the place does not open to them. */
export function placeFor(
  { act, answers }: Pick<Asked, 'act' | 'answers'>,
  standing: Standing,
  actor: PersonActor,
): Place | undefined {
  if (act === 'report') return help
  const { to, go, instead } = leads[act]
  const opens = typeof to.opens === 'string' || to.opens.some(role => actor.roles.includes(role))
  if (!opens) return undefined
  const who = answers.get('who')
  const carried = to === messages.open && who ? `?${new URLSearchParams({ who })}` : ''
  return { href: to.to() + carried, text: standing === 'safe' || standing === 'best' ? go : instead }
}
