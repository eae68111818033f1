/** A mail's headers, by their names in small letters: each may stand several times. */
export type Headers = readonly { readonly key: string; readonly value: string }[]

const first = (headers: Headers, key: string): string =>
  headers
    .find(one => one.key === key)
    ?.value.trim()
    .toLowerCase() ?? ''
const has = (headers: Headers, key: string): boolean => headers.some(one => one.key === key)

/** Through so many hands no mail goes that is not going round in a circle. */
export const mostHops = 30

/** Whether a machine wrote it: nobody is answered by us then, and none of it is anybody's message (RFC 3834). */
export function isAutomatic(headers: Headers, envelopeFrom: string): boolean {
  const submitted = first(headers, 'auto-submitted')
  if (submitted !== '' && !/^no\b/.test(submitted)) return true
  if (/^(bulk|junk|list|auto_reply)$/.test(first(headers, 'precedence'))) return true
  if (
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'list-unsubscribe'].some(key =>
      has(headers, key),
    )
  )
    return true
  // Exchange puts it on its own answers; on a person's mail it only asks others for none.
  const suppress = first(headers, 'x-auto-response-suppress')
  return suppress !== '' && (envelopeFrom === '' || has(headers, 'x-ms-exchange-generated-message-source'))
}

/** Whether a person's mail asks that machines leave it unanswered. */
export const wantsNoNote = (headers: Headers): boolean => first(headers, 'x-auto-response-suppress') !== ''

/** Whether it is a mail of ours that has come back to us, or has gone round. */
export const isLoop = (headers: Headers, domain: string): boolean =>
  new RegExp(`^<[dn]-[0-9a-f-]{36}@${domain.replaceAll('.', '\\.')}>$`).test(first(headers, 'message-id')) ||
  headers.filter(one => one.key === 'received').length > mostHops
