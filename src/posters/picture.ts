import sharp from 'sharp'
import { pictures } from '../kit/typst/index.ts'
import type { Poster } from './sheet/lay-out.ts'
import { sheetOf } from './sheet/lay-out.ts'
import { hashOf } from './words.ts'

/** How wide a picture of a poster is on the screen, in pixels: in the list, and by itself. */
export const widths = { small: 420, large: 900 } as const
export type Width = keyof typeof widths

// The pictures of ten posters in two sizes, for some agencies: a few megabytes.
const kept = new Map<string, Promise<Uint8Array>>()
const mostKept = 120

/** A poster as a PNG for the screen, made once for the same words, however many ask meanwhile. Throws as `pictures` does. */
export function pictureOf(poster: Poster, width: Width): Promise<Uint8Array> {
  const key = `${hashOf(poster.words)} ${poster.address} ${width}`
  const known = kept.get(key)
  if (known) return known
  const made = draw(poster, width)
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}

async function draw(poster: Poster, width: Width): Promise<Uint8Array> {
  const [svg = ''] = await pictures(sheetOf(poster))
  return sharp(Buffer.from(svg), { density: 110 })
    .resize({ width: widths[width] })
    .flatten({ background: '#ffffff' })
    .png({ palette: true, colours: 64 })
    .toBuffer()
}
