import sharp from 'sharp'
import { largestLogo } from './parts.ts'

/** The most pixels: what a telephone's camera takes, and a picture that unpacks to fill the memory does not pass. */
const mostPixels = 25_000_000

/** The logo is drawn anew no larger than this: sharp at A3, where it is printed at most 90 mm wide. */
const widest = 1600
const tallest = 800

export interface ReadLogo {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * Draws an uploaded picture anew as a PNG of bounded size, with nothing of the file but its picture: no place it was taken
 * at, no names, no profile. What it is, is told by its first bytes and never by its name. Or says in a sentence why not.
 * An SVG is refused: it is a program that draws, and may fetch or run what nobody here has looked at.
 */
export async function readLogo(content: Uint8Array): Promise<ReadLogo | string> {
  if (content.length === 0) return 'Choose a picture that is not empty'
  if (content.length > largestLogo)
    return 'The picture must be 5 megabytes or smaller. Save it smaller, and try again'
  if (!kindOf(content))
    return looksLikeSvg(content) ? svgWords : 'The picture must be a PNG, JPEG or WebP file'
  try {
    // The kind was told by hand, so that only these three of the decoder's many are ever reached.
    const picture = sharp(content, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      sequentialRead: true,
      pages: 1,
    })
    const { width = 0, height = 0 } = await picture.metadata()
    if (width * height > mostPixels) return tooManyPixels
    if (width < 40 || height < 20)
      return 'The picture is too small to print. Choose one at least 40 pixels wide'
    const { data, info } = await picture
      .autoOrient()
      .resize({ width: widest, height: tallest, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true })
    if (data.length > 2_000_000) return 'The picture has too much in it to print small. Choose a plainer one'
    return { png: data, width: info.width, height: info.height }
  } catch (error) {
    if (/pixel limit/i.test(String(error))) return tooManyPixels
    return 'The picture is damaged, so it could not be read. Save it again from where it was made, and try again'
  }
}

const tooManyPixels =
  'The picture has more than 25 million pixels. Save it smaller (1,600 pixels wide is plenty), and try again'
const svgWords =
  'An SVG drawing is not taken, as one can hold a program. Save the logo as a PNG at least 800 pixels wide, and choose that'

const starts = (content: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => content[at + index] === byte)

/** The kind of picture, by its first bytes. */
function kindOf(content: Uint8Array): 'png' | 'jpeg' | 'webp' | undefined {
  if (starts(content, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (starts(content, 0, [0xff, 0xd8, 0xff])) return 'jpeg'
  const riff = starts(content, 0, [0x52, 0x49, 0x46, 0x46]) && starts(content, 8, [0x57, 0x45, 0x42, 0x50])
  return riff ? 'webp' : undefined
}

const looksLikeSvg = (content: Uint8Array): boolean =>
  starts(content, 0, [0x1f, 0x8b]) ||
  /<svg|<\?xml/i.test(Buffer.from(content.subarray(0, 2000)).toString('utf8'))
