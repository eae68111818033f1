import { type Form, forms } from './forms.ts'

/**
 * A file to be kept, under a name made of these words: plain letters for whoever reads nothing else, and as it is written
 * for everybody (RFC 6266, RFC 8187).
 */
export const fileAnswer = (bytes: Uint8Array, form: Form | 'json', name: string): Response =>
  attachment(bytes, { ending: form, type: form === 'json' ? 'application/json' : forms[form].type }, name)

/** As fileAnswer, for a file of any kind: its ending and media type are ours, whatever its name says. */
export function attachment(
  bytes: Uint8Array,
  { ending, type }: { readonly ending: string; readonly type: string },
  name: string,
): Response {
  const plain = slug(name) || 'document'
  const whole = [...name.replace(/[\p{C}/\\:*?"<>|]+/gu, ' ').trim()].slice(0, 100).join('')
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded(`${whole || plain}.${ending}`)}`,
      'cache-control': 'no-store',
    },
  })
}

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 _-]+/g, '')
    .trim()
    .replace(/[\s_-]+/g, '-')
    .toLowerCase()
    .slice(0, 80)

/** As encodeURIComponent, and the few letters too that it leaves and RFC 8187 does not allow. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
