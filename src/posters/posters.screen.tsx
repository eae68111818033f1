import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Link, Paragraph } from '../ui/index.ts'
import { pictureAt } from './downloads.ts'
import { routes } from './routes.ts'
import { posterIds, posters } from './rules.ts'
import { posterNow } from './words-now.ts'

/** Every poster, as it would be printed now. */
export const postersScreen = screen({
  address: routes.posters,
  load: async reader =>
    Promise.all(posterIds.map(async poster => ({ poster, words: (await posterNow(reader, poster)).words }))),
  show: ({ thing: all }) => ({
    title: 'Posters',
    body: (
      <div class="ly-wide">
        <Heading>Posters</Heading>
        <Paragraph>
          Print them for your walls, on A4 or A3, with our name, colour and numbers. Each has a code in its
          corner: anybody who scans it sees whether it is still current. When it no longer is, whoever printed
          it is asked to replace it.
        </Paragraph>
        <ButtonLink href={routes.register.to()} kind="secondary">
          Where posters hang
        </ButtonLink>
        <ul class="ly-posters">
          {all.map(({ poster, words }) => (
            <li key={poster} class="ly-posters__one">
              <img
                class="ly-posters__picture"
                src={pictureAt(poster, words, 'small')}
                alt=""
                width={210}
                height={297}
              />
              <p class="govuk-body ly-posters__name">
                <Link href={routes.poster.to({ poster })}>{posters[poster].name}</Link>
              </p>
              <p class="govuk-body ly-posters__about">{posters[poster].about}</p>
            </li>
          ))}
        </ul>
      </div>
    ),
  }),
})
