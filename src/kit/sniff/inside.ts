import { kindOfBrand } from './signatures.ts'

interface Mark {
  readonly bytes: Buffer
  readonly and?: (bytes: Buffer, at: number) => boolean
}

const text = (bytes: Buffer, at: number, length: number) => bytes.toString('latin1', at, at + length)
const hex = (bytes: string): Buffer => Buffer.from(bytes, 'hex')

/** Marks of pictures and films that are long enough to be no chance in the midst of anything else. */
const marks: readonly Mark[] = [
  { bytes: hex('ffd8ffe0'), and: (bytes, at) => text(bytes, at + 6, 4) === 'JFIF' },
  { bytes: hex('ffd8ffe1'), and: (bytes, at) => ['Exif', 'http'].includes(text(bytes, at + 6, 4)) },
  { bytes: hex('ffd8ffe2'), and: (bytes, at) => ['ICC_', 'MPF\0'].includes(text(bytes, at + 6, 4)) },
  { bytes: hex('ffd8ffed'), and: (bytes, at) => text(bytes, at + 6, 4) === 'Phot' },
  { bytes: hex('ffd8ffee'), and: (bytes, at) => text(bytes, at + 6, 4) === 'Adob' },
  { bytes: hex('ffd8fffe00') },
  { bytes: hex('ffd8ffdb0043') },
  { bytes: hex('ffd8ffdb0084') },
  { bytes: hex('89504e470d0a1a0a') },
  { bytes: Buffer.from('GIF87a'), and: hasScreen },
  { bytes: Buffer.from('GIF89a'), and: hasScreen },
  { bytes: Buffer.from('WEBPVP8'), and: (bytes, at) => text(bytes, at - 8, 4) === 'RIFF' },
  { bytes: Buffer.from('AVI LIST'), and: (bytes, at) => text(bytes, at - 8, 4) === 'RIFF' },
  { bytes: hex('0000000c6a5020200d0a870a') },
  { bytes: hex('0000000c4a584c200d0a870a') },
  { bytes: hex('1a45dfa3'), and: (bytes, at) => /webm|matroska/.test(text(bytes, at, 64)) },
  {
    bytes: Buffer.from('ftyp'),
    // A box of its own: of a likely length, and of a brand in printable letters.
    and: (bytes, at) =>
      at >= 4 &&
      text(bytes, at - 4, 2) === '\0\0' &&
      /^[a-z0-9]{3}[a-z0-9 ]$/i.test(text(bytes, at + 4, 4)) &&
      kindOfBrand(bytes, at - 4) !== 'audio',
  },
  { bytes: Buffer.from('8BPS\0'), and: (bytes, at) => [1, 2].includes(bytes[at + 5] ?? 0) },
]

/** A GIF says how large it is, and is no word about GIFs: somewhere in what follows is what no text has. */
function hasScreen(bytes: Buffer, at: number): boolean {
  const after = bytes.subarray(at + 6, at + 13)
  return after.length === 7 && after.some(byte => byte < 9)
}

/**
 * Whether a picture or film begins anywhere in these bytes, as in a file that is two things at once. Looks for what they
 * begin with, so it sees none that is packed or enciphered. Linear in the length.
 */
export function pictureWithin(bytes: Buffer): boolean {
  return marks.some(({ bytes: mark, and }) => {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
      if (and?.(bytes, at) ?? true) return true
    return false
  })
}

const packed = ['504b0304', '526172211a07', '377abcaf271c'].map(hex)

/** Whether a ZIP, RAR or 7-Zip archive begins anywhere in these bytes. */
export const archiveWithin = (bytes: Buffer): boolean => packed.some(mark => bytes.includes(mark))
