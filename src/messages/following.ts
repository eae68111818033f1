import { renderToString } from 'preact-render-to-string'
import { inFull } from '../kit/clock.ts'
import { idAgo } from '../kit/ids.ts'
import type { Live } from '../kit/live.ts'
import { goneTopic } from '../people/index.ts'
import { type Ground, type PersonActor, read } from '../records/index.ts'
import { ThreadEntry } from '../ui/index.ts'
import { conversationToFollow } from './access.ts'
import { type Beside, besideAll } from './beside.ts'
import { mostAtOnce, selectSaidSince } from './follow-queries.ts'
import { type ConversationRow, eyesOf, type MessageId, selectMessages } from './queries.ts'
import { itemOf } from './talk.tsx'
import { topicOf } from './topic.ts'

const hereEvery = 10_000
// Between announcements it looks by itself now and then, for what an announcement that was lost would have told: every third
// time that it says it is there. Hundreds of streams are open at once.
const looksEvery = 3
// A stream ends and is opened again by the browser, which also looks again at who may have it.
const longestStream = 10 * 60_000
/**
 * Two messages that are sent at the same moment may be stored in the other order than they were named in, by servers whose
 * clocks differ a little: as far back as this, what has not been given out yet is looked for.
 */
const overlap = 20_000

/** What streams stand on. */
export interface Followed {
  readonly ground: Ground
  readonly live: Live
  readonly beside: Beside
}

export interface Following {
  readonly actor: PersonActor
  readonly conversation: ConversationRow
  /** The newest message that the reader has. */
  readonly after: MessageId | undefined
  /** Called once, when the stream has ended. */
  readonly leave: () => void
}

/** Why one looks: something was announced; or nothing was, for a while. */
type Why = 'told' | 'clock'

/**
 * A conversation as it goes on, as server-sent events: each new message once (`message`, a piece of page, with its id); word
 * that something else of it has changed (`changed`: how a message went, who has read it, who is here); and every ten seconds
 * that the line is there (`here`). A reader who comes back names the newest message they have, and may be given some of those
 * before it again.
 */
export function following(followed: Followed, about: Following): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const say = (event: string) => controller.enqueue(encoder.encode(event))
      const look = looking(followed, about, say, () => stop())
      const unwatch = followed.live.watch(topicOf(about.conversation.id), () => look('told'))
      // Signed out or gone: the browser comes back if it may, and is asked again who it is.
      const unwatchGone = followed.live.watch(goneTopic(about.actor.personId), () => stop())
      let times = 0
      const clock = setInterval(() => {
        say('event: here\ndata:\n\n')
        if (++times % looksEvery === 0) look('clock')
      }, hereEvery)
      const end = setTimeout(() => stop(), longestStream)
      stop = () => {
        unwatch()
        unwatchGone()
        clearInterval(clock)
        clearTimeout(end)
        stop = () => {}
        about.leave()
        try {
          controller.close()
        } catch {
          // The browser has gone and closed it already.
        }
      }
      say('retry: 1000\n\n')
      say('event: here\ndata:\n\n')
      look('clock')
    },
    cancel: () => stop(),
  })
}

/** One look at a time; whoever asks for one meanwhile is given the next. */
function looking(followed: Followed, about: Following, say: (event: string) => void, stop: () => void) {
  let newest = about.after
  let sent: MessageId[] = newest ? [newest] : []
  let busy = false
  let next: Why | undefined
  const look = async (why: Why): Promise<void> => {
    if (busy) {
      if (next !== 'told') next = why
      return
    }
    busy = true
    try {
      const from = newest && idAgo(newest, overlap)
      sent = from ? sent.filter(id => id >= from) : sent
      const found = await since(followed, about, { from, sent })
      if (found === 'ended') return stop()
      for (const { id, html } of found) {
        say(`id: ${id}\ndata: ${html}\n\n`)
        sent.push(id)
        newest = newest && newest > id ? newest : id
      }
      if (found.length === mostAtOnce) next ??= 'clock'
      if (found.length === 0 && why === 'told') say('event: changed\ndata:\n\n')
    } catch {
      // The database is away for a moment: the next look makes it good.
    } finally {
      busy = false
      const again = next
      next = undefined
      if (again) void look(again)
    }
  }
  return (why: Why) => void look(why)
}

/** What is new, for somebody who may still read it; `ended` for somebody who no longer may. */
function since(
  { ground, beside }: Followed,
  { actor, conversation }: Following,
  { from, sent }: { readonly from: MessageId | undefined; readonly sent: readonly MessageId[] },
) {
  return read(ground, actor, async reader => {
    const { db } = reader
    const [which, eyes] = [{ agencyId: actor.agencyId, id: conversation.id }, eyesOf(actor)]
    // Asked together, so that a look is one question, whoever it is for; nothing is shown to who may not read on.
    const [now, messages] = await Promise.all([
      conversationToFollow(reader, conversation.id),
      from
        ? selectSaidSince(db, { ...which, eyes, after: from, but: sent })
        : selectMessages(db, which.agencyId, which.id, { eyes, limit: mostAtOnce }),
    ])
    if (!now) return 'ended' as const
    const asides = await besideAll(reader, beside, messages)
    return messages.map(message => ({
      id: message.id,
      // It comes under no day's heading, so it says its own.
      html: renderToString(
        ThreadEntry({
          ...itemOf(now, actor, message),
          when: inFull(message.sent_at),
          asides: asides.get(message.id),
        }),
      ).replaceAll('\n', '&#10;'),
    }))
  })
}
