import { idFrom } from '../kit/ids.ts'
import type { Live } from '../kit/live.ts'
import { type Ground, type PersonId, readOnRecord } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { conversationToRead } from './access.ts'
import type { Beside } from './beside.ts'
import { type Followed, following } from './following.ts'
import { routes } from './routes.ts'

// More tabs than anybody reads in; few enough that nobody alone keeps the database busy.
const mostStreams = 20

/** New messages as they come (server-sent events): each a piece of page, with its id for taking up again after a break. */
export const livePages = (ground: Ground, live: Live, beside: Beside) => {
  const open = new Map<PersonId, number>()
  const get = (visit: LiveVisit) => stream({ ground, live, open, beside }, visit)
  return [handler(routes.live, { get }), handler(routes.familyLive, { get })]
}

type LiveVisit = Visit<'/conversations/:conversation/live'> | Visit<'/family/:conversation/live'>

interface Streams extends Followed {
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
  // The browser asks again after a while; until then the page shows what is new when it is loaded again.
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
