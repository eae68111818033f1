import { type Unpacked, unpack } from '../documents/read/unpack.ts'
import { decodeText } from '../text/decode.ts'
import { archiveWithin, pictureWithin } from './inside.ts'
import { holdsPicture } from './pasted.ts'
import { picturesInPdf } from './pdf.ts'
import { type Kind, type Pictures, signatureOf } from './signatures.ts'

export type { Kind, Pictures } from './signatures.ts'

/** What bytes are, and whether they hold a picture. Nothing of them is kept in it, nor any name from inside. */
export interface Sniffed {
  readonly kind: Kind
  /** The format: *PNG*, *Word*. For a screen to say; nothing to decide by. */
  readonly name: string
  readonly pictures: Pictures
}

/** How much is unpacked of an archive, and how deep, to look into it. What comes to more cannot be told. */
const limits = { mostEntries: 2000, mostBytes: 32 * 2 ** 20, mostGrowth: 200 }
const deepest = 2

/**
 * What bytes really are: by what is in them, whatever they are called. A picture or film counts as one wherever it begins
 * in them, so a file that is two things at once is told as the worse of them. Takes what it is given whole, so its size is
 * limited before; linear in it and in what it unpacks, at most 32 MB. Never throws for what the bytes are.
 */
export const sniff = async (bytes: Uint8Array): Promise<Sniffed> =>
  sniffed(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0)

/** What bytes begin as: nothing is unpacked or looked into, so it costs next to nothing and says nothing of what is in them. */
export function beginsAs(bytes: Uint8Array): Pick<Sniffed, 'kind' | 'name'> {
  const begins = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  const known = signatureOf(begins)
  if (known) return { kind: known.kind, name: known.name }
  if (begins.subarray(0, 1029).includes('%PDF-')) return { kind: 'document', name: 'PDF' }
  const text = begins.toString('latin1')
  if (/[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(text)) return nothing
  if (text.trimStart().startsWith('{\\rtf')) return { kind: 'document', name: 'RTF' }
  return /<(?:[a-z]{1,20}:)?svg[\s>/]/i.test(text)
    ? { kind: 'image', name: 'SVG' }
    : { kind: 'text', name: 'text' }
}

const nothing: Sniffed = { kind: 'unknown', name: 'unknown', pictures: 'cannot-tell' }

async function sniffed(bytes: Buffer, depth: number): Promise<Sniffed> {
  const begins = signatureOf(bytes)
  if (begins?.kind === 'image' || begins?.kind === 'video')
    return { kind: begins.kind, name: begins.name, pictures: 'yes' }
  if (begins?.name.startsWith('ZIP')) return lookedInto(bytes, depth)
  const it = looked(bytes, begins)
  return pictureWithin(bytes) ? { ...it, pictures: 'yes' } : it
}

function looked(bytes: Buffer, begins: ReturnType<typeof signatureOf>): Sniffed {
  // A PDF may have something before it, 1,024 bytes at most (Adobe’s PDF Reference 1.7, appendix H, note 13).
  if (bytes.subarray(0, 1029).includes('%PDF-')) {
    const isTwo = begins !== undefined || archiveWithin(bytes)
    return {
      kind: 'document',
      name: 'PDF',
      pictures: worse(picturesInPdf(bytes), isTwo ? 'cannot-tell' : 'no'),
    }
  }
  if (begins)
    return { kind: begins.kind, name: begins.name, pictures: begins.kind === 'audio' ? 'no' : 'cannot-tell' }
  const text = decodeText(bytes)?.text
  // What is printed nowhere is in no text.
  if (text === undefined || /[^\P{Cc}\t\n\r\f\u0085]/u.test(text)) return nothing
  return lookedThrough(text.trimStart())
}

function lookedThrough(text: string): Sniffed {
  const pictures = holdsPicture(text) ? 'yes' : 'no'
  if (text.startsWith('{\\rtf'))
    return {
      kind: 'document',
      name: 'RTF',
      pictures: /\\(?:pict|objdata|objemb)\b/.test(text) ? 'yes' : pictures,
    }
  const element = text.startsWith('<') ? /<([a-z][a-z0-9:-]{0,40})/i.exec(text)?.[1] : undefined
  if (element && /^(?:[a-z]+:)?svg$/i.test(element)) return { kind: 'image', name: 'SVG', pictures: 'yes' }
  return { kind: 'text', name: 'text', pictures }
}

/** Documents that are archives, by what such an archive always has. */
const packedDocuments: readonly (readonly [name: string, has: (names: readonly string[]) => boolean])[] = [
  ['Word', names => names.includes('[Content_Types].xml') && names.some(name => name.startsWith('word/'))],
  ['Excel', names => names.includes('[Content_Types].xml') && names.some(name => name.startsWith('xl/'))],
  [
    'PowerPoint',
    names => names.includes('[Content_Types].xml') && names.some(name => name.startsWith('ppt/')),
  ],
  ['OpenDocument', names => names.includes('mimetype') && names.includes('content.xml')],
  ['EPUB', names => names.includes('mimetype') && names.includes('META-INF/container.xml')],
]
const isCalledPicture =
  /(?:^|\/)(?:media|Pictures)\/|\.(?:png|jpe?g|gif|webp|tiff?|bmp|heic|avif|mp4|mov|emf|wmf)$/i
const isPreview = (name: string) =>
  /^(?:Thumbnails\/thumbnail\.png|docProps\/thumbnail\.(?:jpe?g|png|[ew]mf))$/i.test(name)

async function lookedInto(bytes: Buffer, depth: number): Promise<Sniffed> {
  let all: Unpacked
  try {
    all = await unpack(bytes, name => !name.endsWith('/'), limits)
  } catch {
    return { kind: 'archive', name: 'ZIP', pictures: 'cannot-tell' }
  }
  const name = packedDocuments.find(([, has]) => has(all.names))?.[0]
  let pictures: Pictures = all.files.get('META-INF/manifest.xml')?.includes('encryption-data')
    ? 'cannot-tell'
    : 'no'
  let rest = bytes
  for (const [file, content] of all.files) {
    const here = await picturesOf(file, content, depth)
    if (here === 'preview') rest = without(rest, content)
    pictures = worse(pictures, here)
    if (pictures === 'yes') break
  }
  // What is packed nowhere in it may lie between its files, or stand before or behind them.
  if (pictureWithin(rest)) pictures = 'yes'
  return name ? { kind: 'document', name, pictures } : { kind: 'archive', name: 'ZIP', pictures }
}

async function picturesOf(file: string, content: Buffer, depth: number): Promise<Pictures> {
  if (depth >= deepest) return 'cannot-tell'
  const [plain, ...drawings] = drawingsApart(content)
  let drawn: Pictures = 'no'
  for (const one of drawings) drawn = worse(drawn, (await sniffed(one, depth + 1)).pictures)
  const inner = await sniffed(plain, depth + 1)
  if (inner.pictures === 'yes') return isPreview(file) ? 'preview' : 'yes'
  // Typefaces and a printer’s settings are no format of ours, and no picture unless they are called one.
  const isNone = inner.kind === 'unknown' && !isCalledPicture.test(file)
  return worse(drawn, isNone ? 'no' : inner.pictures)
}

/** Word keeps a shape, such as a box of words, as a little archive in base64 in its text: looked into as every archive is. */
const gfxData = / o:gfxdata="((?:[A-Za-z0-9+/=\s]|&#x[AD];)*)"/g

function drawingsApart(content: Buffer): readonly [Buffer, ...Buffer[]] {
  if (!content.includes(' o:gfxdata="')) return [content]
  const drawings: Buffer[] = []
  const plain = content.toString('latin1').replaceAll(gfxData, (_: string, base64: string) => {
    drawings.push(Buffer.from(base64.replaceAll(/&#x[AD];/g, ''), 'base64'))
    return ''
  })
  return [Buffer.from(plain, 'latin1'), ...drawings]
}

/** The bytes with the beginning of a file in them blotted out, where it stands in them unpacked. */
function without(bytes: Buffer, file: Buffer): Buffer {
  const begins = file.subarray(0, 64)
  const at = bytes.indexOf(begins)
  return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + begins.length)])
}

const order: readonly Pictures[] = ['no', 'preview', 'cannot-tell', 'yes']
const worse = (one: Pictures, other: Pictures): Pictures =>
  order.indexOf(one) > order.indexOf(other) ? one : other
