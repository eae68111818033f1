import { constants, inflateSync } from 'node:zlib'
import { pictureWithin } from './inside.ts'
import type { Pictures } from './signatures.ts'

/** The most that is unpacked of one PDF, in bytes, to look for pictures inside pages. */
const mostUnpacked = 32 * 2 ** 20

/** What each stream counts for beside its length: many that are empty cost too. */
const eachStream = 256

const space = String.raw`(?:\s|%[^\r\n]{0,500}[\r\n])`
const picture = new RegExp(String.raw`/Subtype${space}{0,20}/Image\b|/(?:DCT|JPX|CCITTFax|JBIG2)Decode\b`)
/** What may be or hold a picture that is not seen from here. */
const closed =
  /\/(?:EmbeddedFiles?|EF|FileAttachment|RichMedia|Movie|Rendition|Sound|3D|XFA|Encrypt|LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt)\b/
const inline = /(?:^|[\s\]>)])BI\s[\s\S]{0,1000}?\sID\s/

/**
 * Whether a PDF holds a picture, by its objects (ISO 32000-1: a picture is a stream of subtype Image, whose dictionary is
 * never packed) and by pictures written into its pages. Drawings in lines and fills are none. `cannot-tell` where it is
 * enciphered, packed in a way that is not read here, or larger than is unpacked. Linear in what is read.
 */
export function picturesInPdf(bytes: Buffer): Pictures {
  // A name may be written with its letters as numbers: /#49mage.
  const plain = bytes
    .toString('latin1')
    .replaceAll(/#([0-9a-f]{2})/gi, (_: string, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  if (picture.test(plain)) return 'yes'
  const inPages = picturesInPages(bytes)
  return inPages === 'no' && closed.test(plain) ? 'cannot-tell' : inPages
}

function picturesInPages(bytes: Buffer): Pictures {
  let left = mostUnpacked
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const end = bytes.indexOf('endstream', at)
    if (end < 0) return 'cannot-tell'
    const from = bytes[at + 6] === 13 ? at + 8 : at + 7
    const page = unpacked(bytes.subarray(from, end), left)
    if (page === undefined) return 'cannot-tell'
    left -= page.length + eachStream
    if (left < 0) return 'cannot-tell'
    if (inline.test(page.toString('latin1')) || pictureWithin(page)) return 'yes'
    at = end + 3
  }
  return 'no'
}

/**
 * A stream as it is when unpacked, as it stands when it is not packed; undefined where it would come to more than is left, or does not
 * unpack to its end: how much was unpacked until then is known to nobody, so no more is tried.
 */
function unpacked(stream: Buffer, left: number): Buffer | undefined {
  if (!isPacked(stream)) return stream
  try {
    return inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, left) })
  } catch {
    return undefined
  }
}

/** What zlib begins with (RFC 1950): its method, and a check over two bytes. */
const isPacked = (stream: Buffer): boolean =>
  (stream[0] ?? 0) % 16 === 8 && (((stream[0] ?? 0) << 8) | (stream[1] ?? 0)) % 31 === 0
