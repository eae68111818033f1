import type { SendText } from '../people/index.ts'
import type { Notify } from './notify.ts'
import { e164 } from './number.ts'

/**
 * A text that is no message of anybody's: a code, a notice. One that may not have gone throws: `code` is what Notify's answer came
 * to, `unsure` where nobody knows.
 */
export const sendText =
  (notify: Notify): SendText =>
  async (typed, words) => {
    const number = e164(typed)
    if (!number) return
    const answered = await notify.send(number, words, 'code')
    if (answered.kind !== 'taken')
      throw Object.assign(new Error(`Notify did not take a text: ${answered.kind}`), { code: answered.kind })
  }
