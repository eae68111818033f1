import { createHash, timingSafeEqual } from 'node:crypto'
import { type DeliveryId, hear, type Told } from '../channels/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import type { Way } from '../people/index.ts'
import { type AgencyId, type Ground, system, write } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import type { Came } from './notify.ts'
import { routes } from './routes.ts'
import { takeIn } from './take-in.ts'
import { failures } from './text-channel.ts'

// What Notify posts, and how: docs.notifications.service.gov.uk/rest-api.html#callbacks
// (github.com/alphagov/notifications-tech-docs, the page on callbacks). An answer other than a 200 brings it
// again every five minutes, five times.

const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/**
 * The two addresses that Notify posts to. Whoever does not show the token, in constant time, is told nothing. What is not as
 * Notify's documentation says gets a 400, and changes nothing; a fault a 500, and Notify comes again.
 */
export const callbackPages = (ground: Ground, token: string | undefined, here: readonly Way[]) => [
  handler(routes.receipt, {
    post: visit => onlyNotify(visit, token, async body => told(ground, body)),
  }),
  handler(routes.text, {
    post: visit =>
      onlyNotify(visit, token, async body => {
        const came = cameIn(body)
        if (!came) return answer(400)
        await takeIn(ground, came, here)
        return answer(200)
      }),
  }),
]

type Body = Readonly<Record<string, unknown>>

async function onlyNotify(
  { request, missing }: Visit,
  token: string | undefined,
  then: (body: Body) => Promise<Response>,
): Promise<Response> {
  if (!token) return missing()
  const [, shown = ''] = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (!same(shown, token)) return answer(401)
  const body: unknown = await request.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? then(body as Body) : answer(400)
}

/** Compared in the same time whatever is shown, and however long it is. */
const same = (shown: string, token: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(shown), hash(token))
}

/** A receipt: what became of a text of ours. Of one that is not ours, or is known already, nothing is changed. */
async function told(ground: Ground, body: Body): Promise<Response> {
  const { reference, status } = body
  if (typeof status !== 'string') return answer(400)
  const ours = oursOf(reference)
  const told = toldBy(status)
  if (ours && told)
    await write(
      ground,
      system(ours.agencyId),
      async writer => (await hear(writer, ours.deliveryId, told)) ?? new Already(undefined),
    )
  return answer(200)
}

/** The agency and the delivery that a reference of ours names. */
function oursOf(reference: unknown): { agencyId: AgencyId; deliveryId: DeliveryId } | undefined {
  const [agency, delivery] = typeof reference === 'string' ? reference.split('.') : []
  const [agencyId, deliveryId] = [idFrom<'agency'>(agency), idFrom<'delivery'>(delivery)]
  return agencyId && deliveryId ? { agencyId: agencyId as AgencyId, deliveryId } : undefined
}

function toldBy(status: string): Told | undefined {
  if (status === 'delivered') return { state: 'delivered' }
  const why = failures[status]
  return why && { state: 'failed', why }
}

/** A text that came, as Notify describes one. Undefined for anything else. */
function cameIn(body: Body): Came | undefined {
  const { id, source_number, destination_number, message, date_received } = body
  const known = idFrom<'notify-text'>(id)
  if (!known || typeof source_number !== 'string' || typeof message !== 'string') return undefined
  const at = new Date(typeof date_received === 'string' ? date_received : Number.NaN)
  if (Number.isNaN(at.getTime())) return undefined
  const to = typeof destination_number === 'string' ? destination_number : ''
  return { id: known, from: source_number, to, words: message, at }
}
