import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Live } from '../live.ts'
import { keepStanding, type WhyStopped } from '../standing.ts'
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

/**
 * Watches whether letters can be handed over. That one address is refused stops nothing; that nobody answers, or that nothing is
 * taken, does: from the first failure until a letter is taken again, or, where nobody answered, until `reaches` says that
 * somebody does.
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
  const { stoppedSince, failed, worked, close } = await keepStanding({ ...about, table: 'mail_stopped' })
  return {
    ...{ stoppedSince, close },
    async mail(letter: Letter) {
      try {
        await mail(letter)
      } catch (error) {
        const why = whyStopped(error)
        if (why) await failed(why)
        throw error
      }
      await worked()
    },
    post: post => async posting => {
      const posted = await post(posting)
      if (posted.came === 'taken') await worked()
      // One mail may be put off by itself: only if nobody answers has mail stopped.
      if (posted.came === 'not-yet' && !(await about.reaches())) await failed('unreachable')
      return posted
    },
  }
}

/** By nodemailer's own codes: what the server says to one address stops nothing. */
function whyStopped(error: unknown): WhyStopped | undefined {
  const { code, command } = error as { readonly code?: string; readonly command?: string }
  if (code === 'EENVELOPE') return command === 'RCPT TO' ? undefined : 'refused'
  return code === 'EMESSAGE' ? 'refused' : 'unreachable'
}
