import { renderToString } from 'preact-render-to-string'
import { inFull } from '../kit/clock.ts'
import { idFrom } from '../kit/ids.ts'
import type { Live } from '../kit/live.ts'
import { goneTopic } from '../people/index.ts'
import { type Ground, type PersonActor, type PersonId, read, readOnRecord } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { ThreadEntry } from '../ui/index.ts'
import { conversationToFollow, conversationToRead } from './access.ts'
import { type Beside, besideAll } from './beside.ts'
import { type ConversationRow, eyesOf, type MessageId, selectMessages } from './queries.ts'
import { routes } from './routes.ts'
import { itemOf } from './talk.tsx'
import { topicOf } from './topic.ts'

// Between announcements it looks by itself now and then, for what an announcement that was lost would have told.
const lookEvery = 10_000
// A stream ends and is opened again by the browser, which also looks again at who may have it.
const longestStream = 10 * 60_000
// More tabs than anybody reads in; few enough that nobody alone keeps the database busy.
const mostStreams = 20

/** New messages as they come (server-sent events): each a piece of page, with its id for taking up again after a break. */
export const livePages = (ground: Ground, live: Live, beside: Beside) => {
  const open = new Map<PersonId, number>()
  const get = (visit: LiveVisit) => stream({ ground, live, open, beside }, visit)
  return [handler(routes.live, { get }), handler(routes.familyLive, { get })]
}

type LiveVisit = Visit<'/conversations/:conversation/live'> | Visit<'/family/:conversation/live'>

interface Streams {
  readonly ground: Ground
  readonly live: Live
  readonly beside: Beside
  /** How many each person has open, in this process. */
  readonly open: Map<PersonId, number>
}

async function stream(streams: Streams, visit: LiveVisit): Promise<Response> {
  const { actor, params, request, url } = visit
  const { ground, open } = streams
  // Nobody reads the body of an answer to HEAD, so nobody would end the stream either.
  if (request.method === 'HEAD') return new Response(null, { headers })
  if (!actor) return visit.missing()
  const leave = enter(open, actor.personId)
  // The browser takes this for an end: the page shows what is new when it is loaded again.
  if (!leave) return new Response(null, { status: 429 })
  const found = await readOnRecord(ground, actor, writer => conversationToRead(writer, params.conversation))
    // Whatever comes of it, only a stream that is open keeps its place.
    .catch(error => {
      leave()
      throw error
    })
  if (!found) {
    leave()
    return visit.missing()
  }
  const after = idFrom<'message'>(request.headers.get('last-event-id') ?? url.searchParams.get('after'))
  return new Response(following(streams, { actor, conversation: found.conversation, after, leave }), {
    headers,
  })
}

/** Takes one of the places that a person has for streams, and says how to give it back; undefined when all are taken. */
function enter(open: Map<PersonId, number>, personId: PersonId): (() => void) | undefined {
  const before = open.get(personId) ?? 0
  if (before >= mostStreams) return undefined
  open.set(personId, before + 1)
  return () => {
    const left = (open.get(personId) ?? 1) - 1
    if (left > 0) open.set(personId, left)
    else open.delete(personId)
  }
}

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

interface Following {
  readonly actor: PersonActor
  readonly conversation: ConversationRow
  readonly after: MessageId | undefined
  /** Called once, when the stream has ended. */
  readonly leave: () => void
}

function following({ ground, live, beside }: Streams, about: Following): ReadableStream<Uint8Array> {
  const { personId } = about.actor
  const encoder = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      let newest = about.after
      let looking = false
      let again = false
      const look = async (): Promise<void> => {
        again = looking
        if (looking) return
        looking = true
        try {
          const found = await since({ ground, beside }, about, newest)
          if (found === 'ended') return stop()
          for (const { id, html } of found) controller.enqueue(encoder.encode(`id: ${id}\ndata: ${html}\n\n`))
          newest = found.at(-1)?.id ?? newest
        } catch {
          // The database is away for a moment: the next look makes it good.
        } finally {
          looking = false
          if (again) void look()
        }
      }
      const unwatch = live.watch(topicOf(about.conversation.id), () => void look())
      // Signed out or gone: the browser comes back if it may, and is asked again who it is.
      const unwatchGone = live.watch(goneTopic(personId), () => stop())
      const clock = setInterval(() => {
        controller.enqueue(encoder.encode(': still here\n\n'))
        void look()
      }, lookEvery)
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
      controller.enqueue(encoder.encode('retry: 1000\n\n'))
      void look()
    },
    cancel: () => stop(),
  })
}

/** What is new, for somebody who may still read it; `ended` for somebody who no longer may. */
function since(
  { ground, beside }: Pick<Streams, 'ground' | 'beside'>,
  { actor, conversation }: Following,
  newest: MessageId | undefined,
) {
  return read(ground, actor, async reader => {
    const now = await conversationToFollow(reader, conversation.id)
    if (!now) return 'ended' as const
    const messages = await selectMessages(reader.db, actor.agencyId, now.id, {
      eyes: eyesOf(actor),
      after: newest,
      limit: 100,
    })
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
