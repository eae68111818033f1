import { pictures } from '../../kit/typst/index.ts'
import { hashOf, type PosterWords } from '../words.ts'
import { sheetOf } from './lay-out.ts'

// Of the longest address there is. A3 is A4 made larger, so what fits the one fits the other.
const somewhere = `https://${'lanyard.'.repeat(6)}example/posters/printed/${'x'.repeat(22)}`

// What has been tried fits or not for ever.
const tried = new Map<string, boolean>()
const mostTried = 200

/** Whether these words, with the logo they name, fit on one page at a size that can be read from two metres. */
export async function fits(words: PosterWords, logo: Uint8Array | undefined): Promise<boolean> {
  const hash = hashOf(words)
  const known = tried.get(hash)
  if (known !== undefined) return known
  const found = await pictures(sheetOf({ words, size: 'a4', address: somewhere, logo })).then(
    pages => pages.length === 1,
    (error: Error) => {
      if (error.message.includes('does-not-fit')) return false
      throw error
    },
  )
  if (tried.size >= mostTried) tried.clear()
  tried.set(hash, found)
  return found
}
