/**
 * A Set-Cookie line: for this host and every path of it, out of reach of scripts, not sent with other sites' forms, and
 * over https alone where `secure`. Where `strict`, not with a link from another site either. No seconds: the browser
 * forgets it.
 */
export const cookieLine = (
  name: string,
  value: string,
  {
    seconds,
    secure,
    strict = false,
  }: { readonly seconds: number; readonly secure: boolean; readonly strict?: boolean },
): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${strict ? 'Strict' : 'Lax'}${secure ? '; Secure' : ''}`
