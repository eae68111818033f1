import jsqr from 'jsqr'
import sharp from 'sharp'

/**
 * What a scanner reads off a picture of a whole sheet, drawn 2,000 dots high as a telephone's camera sees it. Undefined when
 * it reads nothing.
 */
export async function codeOn(svg: string): Promise<string | undefined> {
  const { data, info } = await sharp(Buffer.from(svg), { density: 150 })
    .resize({ height: 2000 })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}
