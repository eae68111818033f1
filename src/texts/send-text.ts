import type { SendText } from '../people/index.ts'
import type { Notify } from './notify.ts'
import { e164 } from './number.ts'

/** A text that is no message of anybody's: a code. One that may not have gone throws, and goes again with another code. */
export const sendText =
  (notify: Notify): SendText =>
  async (typed, words) => {
    const number = e164(typed)
    if (!number) return
    const answered = await notify.send(number, words, 'code')
    if (answered.kind !== 'taken') throw new Error(`Notify did not take a text: ${answered.kind}`)
  }
