import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Live } from '../live.ts'
import type { Letter, Mail } from './letter.ts'
import type { Post } from './post.ts'

/** Whether letters can be handed over, as every process that shares the database knows it. */
export interface MailStanding {
  /** Hands a letter over as before, and keeps whether it could. Throws as before. */
  readonly mail: Mail
  /** The same for a mail that is handed over as bytes. */
  readonly post: (post: Post) => Post
  /** Since when no letter could be handed over; undefined while they can. */
  readonly stoppedSince: () => Date | undefined
  readonly close: () => void
}

type Why = 'unreachable' | 'refused'

const topic = 'mail-standing'

/** How often it is tried whether the mail server is there again, in milliseconds, while it is not. */
const tryAgain = 30_000

/**
 * Watches whether letters can be handed over. That one address is refused stops nothing; that nobody answers, or that nothing is
 * taken, does: from the first failure until a letter is taken again, or, where nobody answered, until `reaches` says that
 * somebody does. It is kept in the database, so that a process that sends no letters knows it too.
 */
export async function watchMail(
  about: {
    readonly pool: pg.Pool
    readonly live: Live
    readonly clock: Clock
    /** Whether somebody answers where mail is handed over, and lets us in. */
    readonly reaches: () => Promise<boolean>
    readonly every?: number
  },
  mail: Mail,
): Promise<MailStanding> {
  const { pool, live, clock, reaches, every = tryAgain } = about
  let known: { readonly since: Date; readonly why: Why } | undefined
  const look = async () => {
    const { rows } = await pool.query('select since, why from mail_stopped')
    known = rows[0]
  }
  const failed = async (why: Why) => {
    await pool.query(
      `insert into mail_stopped (since, why) values ($1, $2) on conflict (one) do update set why = excluded.why`,
      [clock(), why],
    )
    await look()
    live.announce(topic)
  }
  const worked = async () => {
    if (!known) return
    await pool.query('delete from mail_stopped')
    known = undefined
    live.announce(topic)
  }
  await look()
  const stopWatching = live.watch(topic, () => void look().catch(() => {}))
  const again = async () => {
    if (known?.why === 'unreachable' && (await reaches())) await worked()
  }
  const timer = setInterval(() => void again().catch(() => {}), every)
  timer.unref()
  return {
    stoppedSince: () => known?.since,
    async mail(letter: Letter) {
      try {
        await mail(letter)
      } catch (error) {
        const why = whyStopped(error)
        if (why) await failed(why).catch(() => {})
        throw error
      }
      await worked().catch(() => {})
    },
    post: post => async posting => {
      const posted = await post(posting)
      if (posted.came === 'taken') await worked().catch(() => {})
      // One mail may be put off by itself: only if nobody answers has mail stopped.
      if (posted.came === 'not-yet' && !(await reaches())) await failed('unreachable').catch(() => {})
      return posted
    },
    close() {
      clearInterval(timer)
      stopWatching()
    },
  }
}

/** By nodemailer's own codes: what the server says to one address stops nothing. */
function whyStopped(error: unknown): Why | undefined {
  const { code, command } = error as { readonly code?: string; readonly command?: string }
  if (code === 'EENVELOPE') return command === 'RCPT TO' ? undefined : 'refused'
  return code === 'EMESSAGE' ? 'refused' : 'unreachable'
}
