import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Address } from './address.ts'

/** The most bytes that a form may have, where its address does not say more. */
export const largestForm = 1024 * 1024

/**
 * Answers, unless what was sent is larger than its address takes: then nothing of it reaches the page. Asked once the
 * visitor has been admitted, so that a large body is read from nobody else.
 */
export async function unlessTooLarge(
  context: Context,
  { takes = largestForm }: Address,
  answer: () => Promise<Response>,
  tooLarge: (takes: number) => Response,
): Promise<Response> {
  // What says its length is judged by it, and Node.js reads no more than that; anything else is counted as it comes.
  const length = context.req.header('content-length')
  if (length !== undefined && !context.req.header('transfer-encoding'))
    return Number(length) <= takes ? answer() : tooLarge(takes)
  let answered: Response | undefined
  const limit = bodyLimit({ maxSize: takes, onError: () => tooLarge(takes) })
  const refused = await limit(context, async () => {
    answered = await answer()
  })
  return answered ?? refused ?? tooLarge(takes)
}
