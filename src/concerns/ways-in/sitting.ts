import { randomBytes, timingSafeEqual } from 'node:crypto'
import { cookieLine } from '../../kit/cookie.ts'
import { keyedHash } from '../../kit/seal.ts'
import { cookieOf } from '../../people/index.ts'
import type { PersonActor } from '../../records/index.ts'
import { inTurn } from './in-turn.ts'

// Whoever opens the form without being signed in is one sitting, by a number that says nothing of them, until the browser is
// closed at the latest. A whole school has one network address: no limit of ours goes by that.
const name = 'lanyard.telling'
const hours = 12

/** What sittings are told by: only a number that this installation gave out is one. */
export interface Sittings {
  readonly secret: string
  readonly secure: boolean
}

const signed = (number: string, secret: string): Buffer =>
  keyedHash(secret, 'concern sitting', number).subarray(0, 16)

function sittingIn(request: Request, { secret }: Sittings): string | undefined {
  const [, number = '', signature = ''] =
    /^([\w-]{22})\.([\w-]{22})$/.exec(cookieOf(request, name) ?? '') ?? []
  const given = Buffer.from(signature, 'base64url')
  return given.length === 16 && timingSafeEqual(given, signed(number, secret)) ? number : undefined
}

/** What makes this browser a sitting, where it is none yet. */
export function sittingCookie(request: Request, sittings: Sittings): HeadersInit {
  if (sittingIn(request, sittings)) return {}
  const number = randomBytes(16).toString('base64url')
  const value = `${number}.${signed(number, sittings.secret).toString('base64url')}`
  return { 'set-cookie': cookieLine(name, value, { seconds: hours * 3600, secure: sittings.secure }) }
}

const nobody = 'nobody'

// As many as are stored in two transactions (take-together.ts): those of one gather while those of another are stored.
const takeTurn = inTurn({ atOnce: 24, waiting: 600 })
const mostAnHour = 300
/** Of so many sittings at most it is counted what they sent: the one that was counted first is forgotten. */
const mostCounted = 20_000

// Counted here and nowhere else: that somebody has told of something stands in no table outside a vault.
const sent = { hour: 0, by: new Map<string, number>() }

function isTooMany(key: string, now: Date): boolean {
  if (key === nobody) return false
  const hour = Math.floor(now.getTime() / 3_600_000)
  if (hour !== sent.hour) {
    sent.hour = hour
    sent.by.clear()
  }
  const count = 1 + (sent.by.get(key) ?? 0)
  if (count === 1 && sent.by.size >= mostCounted) {
    const [oldest = ''] = sent.by.keys()
    sent.by.delete(oldest)
  }
  sent.by.set(key, count)
  return count > mostAnHour
}

interface Sending {
  readonly request: Request
  readonly actor: PersonActor | undefined
  readonly now: Date
  /** From which part of the network. */
  readonly from: string
}

/** Who takes a turn: somebody signed in, a sitting, or everybody of one part of the network who has neither. */
export const whose = ({ request, actor }: Sending, sittings: Sittings): string =>
  actor?.personId ?? sittingIn(request, sittings) ?? nobody

/**
 * Does `work` in this sitting’s turn. `busy` where it has too many under way, or has sent more in an hour than anybody
 * does by hand: whoever else sends something at the same time waits for none of it. What was sent has been read already.
 */
export async function inItsTurn<T>(
  about: Sending,
  sittings: Sittings,
  size: number,
  work: () => Promise<T>,
): Promise<T | 'busy'> {
  const key = whose(about, sittings)
  if (isTooMany(key, about.now)) return 'busy'
  const done = await takeTurn({ place: about.from, sitting: key, size })
  if (!done) return 'busy'
  try {
    return await work()
  } finally {
    done()
  }
}
