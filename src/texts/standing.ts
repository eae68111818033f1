import type pg from 'pg'
import type { Clock } from '../kit/clock.ts'
import type { Live } from '../kit/live.ts'
import { keepStanding } from '../kit/standing.ts'
import type { Notify } from './notify.ts'

/** Whether texts can be handed over; nothing to hand them to where none is connected. */
export interface TextStanding {
  readonly notify: Notify | undefined
  /** Since when no text could be handed over; undefined while they can. */
  readonly stoppedSince: () => Date | undefined
  readonly close: () => void
}

/**
 * Watches whether texts can be handed over, as `watchMail` does for letters. That one number is refused stops nothing; that Notify
 * cannot be reached, breaks, or takes none of ours (the key, the template, a day’s limit) does: until it takes one again, or,
 * where it could not be reached, until it answers.
 */
export async function watchTexts(
  about: { readonly pool: pg.Pool; readonly live: Live; readonly clock: Clock; readonly every?: number },
  notify: Notify | undefined,
): Promise<TextStanding> {
  if (!notify) return { notify, stoppedSince: () => undefined, close: () => {} }
  const reaches = () =>
    notify.received().then(
      () => true,
      () => false,
    )
  const { stoppedSince, failed, worked, close } = await keepStanding({
    ...{ ...about, reaches },
    table: 'texts_stopped',
  })
  return {
    ...{ stoppedSince, close },
    notify: {
      ...notify,
      async send(...text) {
        const answered = await notify.send(...text)
        if (answered.kind === 'taken') await worked()
        if (answered.kind === 'ours' || (answered.kind === 'later' && (await reaches())))
          await failed('refused')
        else if (answered.kind === 'later' || answered.kind === 'unsure') await failed('unreachable')
        return answered
      },
    },
  }
}
