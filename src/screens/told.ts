/** What the next page says first: that what was just sent is done. It crosses from one page to the next in a cookie. */
const name = 'lanyard.told'

/** For this browser alone, and for one page: whoever looks a minute later is told nothing. */
export const toldCookie = (sentence: string): string =>
  `${name}=${encodeURIComponent(sentence)}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`

export const toldAlready = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

const longest = 300

/** The sentence that a request brings, or undefined. It was written here, and is shown as words and nothing else. */
export function toldIn(request: Request): string | undefined {
  if (request.method !== 'GET') return undefined
  const [, value] = /(?:^|;\s*)lanyard\.told=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
  try {
    return value && decodeURIComponent(value).slice(0, longest)
  } catch {
    return undefined
  }
}
