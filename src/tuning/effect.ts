import type { Reader } from '../records/index.ts'
import type { Allowed } from '../screening/index.ts'
import type { Past, PastMessage } from './past.ts'
import { type Comes, comesWords, lastMessages } from './rules.ts'
import { type Tuning, tuned } from './tuned.ts'

/** What a change would have done to messages that were sent. */
export interface Effect {
  readonly looked: number
  /** In how many messages each came of something, before and after. */
  readonly counts: readonly { readonly comes: Comes; readonly before: number; readonly after: number }[]
  /** Those of which something else would have come. */
  readonly changed: readonly {
    readonly id: string
    readonly before: readonly Comes[]
    readonly after: readonly Comes[]
  }[]
}

const order = Object.keys(comesWords) as readonly Comes[]

/** What comes of a message, each once. A message that nothing was found in simply goes. */
function comesOf({ text, speaker, before }: PastMessage, allowed: Allowed, tuning: Tuning): readonly Comes[] {
  const all = new Set(tuned(text, { speaker, before, allowed }, tuning).map(({ comes }) => comes))
  all.delete('nothing')
  return all.size === 0 ? ['nothing'] : order.filter(one => all.has(one))
}

/** Pure: the same messages, screened as it is and as it would be. */
export function effectOf(
  messages: readonly PastMessage[],
  allowed: Allowed,
  { now, later }: { readonly now: Tuning; readonly later: Tuning },
): Effect {
  const each = messages.map(message => ({
    id: message.id,
    before: comesOf(message, allowed, now),
    after: comesOf(message, allowed, later),
  }))
  const counts = order.map(comes => ({
    comes,
    before: each.filter(({ before }) => before.includes(comes)).length,
    after: each.filter(({ after }) => after.includes(comes)).length,
  }))
  return {
    looked: messages.length,
    counts: counts.filter(({ before, after }) => before + after > 0),
    changed: each.filter(({ before, after }) => before.join() !== after.join()),
  }
}

/** What a change would have done to the organisation's last messages. */
export async function effectOn(
  reader: Reader,
  past: Past,
  change: { readonly now: Tuning; readonly later: Tuning },
): Promise<Effect> {
  const [messages, allowed] = await Promise.all([past.last(reader, lastMessages), past.allowed(reader)])
  return effectOf(messages, allowed, change)
}
