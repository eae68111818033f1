const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a change comes from elsewhere than our own pages: by Sec-Fetch-Site where the browser sends it, else by Origin.
 * A request with neither does, as no browser that sends cookies with a form leaves out both; but where another machine sends
 * to us, which says neither.
 */
export function isFromElsewhere(request: Request, machine = false): boolean {
  if (safe.has(request.method)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null && machine) return false
  const host = request.headers.get('host') ?? new URL(request.url).host
  return origin === null || !URL.canParse(origin) || new URL(origin).host !== host
}
