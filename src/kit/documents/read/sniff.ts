/** What a file is, by what is in it: a name says whatever somebody typed. */
export type Kind =
  | 'empty'
  | 'zip'
  | 'pdf'
  | 'old-word'
  | 'locked-office'
  | 'rtf'
  | 'picture'
  | 'html'
  | 'text'

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, after) => bytes[at + after] === byte)

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46],
]
const heif = [0x66, 0x74, 0x79, 0x70]
const page = /^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|meta|h[1-6]|p|div)\b/i

/** What these bytes are. What is nothing else may be text of some encoding: that shows when it is read. */
export function sniff(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty'
  const start = Buffer.from(bytes.subarray(0, 4096))
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  // A PDF may have something before it, 1,024 bytes at most (Adobe’s PDF Reference 1.7, appendix H, note 13).
  if (start.subarray(0, 1029).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'locked-office'
      : 'old-word'
  if (start.subarray(0, 8).includes('{\\rtf')) return 'rtf'
  if (pictures.some(one => startsWith(bytes, one)) || startsWith(bytes, heif, 4)) return 'picture'
  return page.test(
    start
      .toString('utf8')
      .replaceAll('\0', '')
      .replace(/^\ufeff|^\ufffd+/, ''),
  )
    ? 'html'
    : 'text'
}

/** What the ending of a name promises, in the words of a note. Undefined where it promises nothing we know. */
export function promisedBy(
  name: string,
): { readonly words: string; readonly kinds: readonly Kind[] } | undefined {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ending === 'docx' || ending === 'docm')
    return { words: 'a Word document', kinds: ['zip', 'locked-office'] }
  if (ending === 'pdf') return { words: 'a PDF', kinds: ['pdf'] }
  if (ending === 'txt' || ending === 'md') return { words: 'plain text', kinds: ['text', 'html'] }
  if (ending === 'html' || ending === 'htm') return { words: 'a web page', kinds: ['html', 'text'] }
  return undefined
}
