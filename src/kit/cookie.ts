/**
 * A Set-Cookie line: for this host and every path of it, out of reach of scripts, not sent with other sites' forms, and
 * over https alone where `secure`. No seconds: the browser forgets it.
 */
export const cookieLine = (
  name: string,
  value: string,
  { seconds, secure }: { readonly seconds: number; readonly secure: boolean },
): string => `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
