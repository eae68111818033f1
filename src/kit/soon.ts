/** It did not come in time, or not at all. */
export const late: unique symbol = Symbol('late')

/**
 * What `asked` comes to, if it comes within so many milliseconds; `late` if it does not, or fails. For what must be answered whatever
 * else does not: what is no longer waited for ends by itself, and whoever asked says what becomes of its failing.
 */
export async function soon<T>(asked: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<typeof late>(done => {
    timer = setTimeout(() => done(late), milliseconds)
  })
  try {
    return await Promise.race([asked.catch((): typeof late => late), tooLong])
  } finally {
    clearTimeout(timer)
  }
}
