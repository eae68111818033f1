import { fileAnswer } from '../kit/documents/index.ts'
import { typeset } from '../kit/typst/index.ts'
import { logoOf } from '../people/index.ts'
import { type Ground, read } from '../records/index.ts'
import { type AnyHandler, handler } from '../screens/index.ts'
import { posterToPrint, printingToSee } from './access.ts'
import { pictureOf, type Width } from './picture.ts'
import { routes } from './routes.ts'
import { posters, sizes } from './rules.ts'
import { sheetOf } from './sheet/lay-out.ts'
import { hashOf } from './words.ts'
import { standingOf } from './words-now.ts'

/** The address that a poster's code opens. */
export const addressOf = (url: string, code: string): string => `${url}${routes.printed.to({ code })}`

/** A poster as it would be printed now, as a picture. Its code leads to the page that says what a code is for. */
export const picturePage = (ground: Ground, url: string): AnyHandler =>
  handler(routes.picture, {
    async get({ actor, params, url: asked, missing }) {
      const found =
        actor &&
        (await read(ground, actor, async reader => {
          const here = await posterToPrint(reader, params.poster)
          return here && { ...here, png: here.facts.logo && (await logoOf(reader, here.facts.logo)) }
        }))
      if (!found) return missing()
      const width: Width = asked.searchParams.get('wide') === 'small' ? 'small' : 'large'
      const address = addressOf(url, 'not-printed-yet')
      const png = await pictureOf({ words: found.words, size: 'a4', address, logo: found.png }, width)
      return new Response(new Uint8Array(png), {
        headers: {
          'content-type': 'image/png',
          'x-content-type-options': 'nosniff',
          // Its address holds the hash of its words: another wording is another picture.
          'cache-control': asked.searchParams.has('is') ? 'private, max-age=86400' : 'no-store',
        },
      })
    },
  })

/** Where the picture of a poster is, by what it says: it may be kept until that changes. */
export const pictureAt = (poster: string, words: Parameters<typeof hashOf>[0], wide: Width): string =>
  `${routes.picture.to({ poster })}?wide=${wide}&is=${encodeURIComponent(hashOf(words).slice(0, 12))}`

/** The PDF of a printing, for as long as it is what would be printed. */
export const filePage = (ground: Ground, url: string): AnyHandler =>
  handler(routes.file, {
    async get({ actor, params, missing }) {
      const found =
        actor &&
        (await read(ground, actor, async reader => {
          const here = await printingToSee(reader, params.printing)
          return here && { ...here, png: here.now.facts.logo && (await logoOf(reader, here.now.facts.logo)) }
        }))
      if (!found || found.printing.ended_at || !standingOf(found.printing, found.now).current)
        return missing()
      const { poster, size, code, printed_at, place } = found.printing
      const pdf = await typeset(
        sheetOf({
          words: found.now.words,
          size,
          address: addressOf(url, code),
          logo: found.png,
          date: printed_at,
        }),
      )
      return fileAnswer(pdf, 'pdf', `${posters[poster].name}, ${sizes[size]}, ${place}`)
    },
  })
