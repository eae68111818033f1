import { randomBytes } from 'node:crypto'
import { cookieLine } from '../../kit/cookie.ts'
import { cookieOf } from '../../people/index.ts'
import type { PersonActor } from '../../records/index.ts'
import { inTurn } from './in-turn.ts'

// Whoever opens the form without being signed in is one sitting, by a number that says nothing of them, until the browser is
// closed at the latest. A whole school has one network address: no limit of ours goes by that.
const name = 'lanyard.telling'
const hours = 12

const sittingIn = (request: Request): string | undefined =>
  /^[\w-]{22}$/.exec(cookieOf(request, name) ?? '')?.[0]

/** What makes this browser a sitting, where it is none yet. */
export const sittingCookie = (request: Request, secure: boolean): HeadersInit =>
  sittingIn(request)
    ? {}
    : {
        'set-cookie': cookieLine(name, randomBytes(16).toString('base64url'), {
          seconds: hours * 3600,
          secure,
        }),
      }

const nobody = 'nobody'

/** Who takes a turn: somebody signed in, a sitting, or everybody together who has neither. */
const whose = (request: Request, actor: PersonActor | undefined): string =>
  actor?.personId ?? sittingIn(request) ?? nobody

const takeTurn = inTurn({ atOnce: 6, waiting: 600 })
const mostAnHour = 300

// Counted here and nowhere else: that somebody has told of something stands in no table outside a vault.
const sent = { hour: 0, by: new Map<string, number>() }

function isTooMany(key: string, now: Date): boolean {
  const hour = Math.floor(now.getTime() / 3_600_000)
  if (hour !== sent.hour) {
    sent.hour = hour
    sent.by.clear()
  }
  const count = 1 + (sent.by.get(key) ?? 0)
  sent.by.set(key, count)
  return key !== nobody && count > mostAnHour
}

/**
 * Does `work` in this sitting’s turn. `busy` where it has too many under way, or has sent more in an hour than anybody
 * does by hand: whoever else sends something at the same time waits for none of it.
 */
export async function inItsTurn<T>(
  about: { readonly request: Request; readonly actor: PersonActor | undefined; readonly now: Date },
  work: () => Promise<T>,
): Promise<T | 'busy'> {
  const key = whose(about.request, about.actor)
  const done = isTooMany(key, about.now) ? undefined : await takeTurn(key)
  if (!done) return 'busy'
  try {
    return await work()
  } finally {
    done()
  }
}
