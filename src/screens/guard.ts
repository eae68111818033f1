import type { MiddlewareHandler } from 'hono'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A change is only taken from our own pages: by Sec-Fetch-Site where the browser sends it, else by Origin.
 * A request with neither is refused, as no browser that sends cookies with a form leaves out both.
 */
function fromOurOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  const host = request.headers.get('host') ?? new URL(request.url).host
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

export const guardChanges: MiddlewareHandler = async (context, next) => {
  if (!safe.has(context.req.method) && !fromOurOwnPage(context.req.raw)) {
    return context.text(
      'This form was not sent from a Lanyard page. Open the page again and send it from there.',
      403,
    )
  }
  await next()
}
