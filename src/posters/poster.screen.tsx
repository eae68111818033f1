import { screen } from '../screens/index.ts'
import { ButtonLink, Details, Heading, Paragraph } from '../ui/index.ts'
import { posterToPrint } from './access.ts'
import { pictureAt } from './downloads.ts'
import { routes } from './routes.ts'
import { posters } from './rules.ts'
import { Said } from './said.tsx'

/** One poster as it would be printed now. */
export const posterScreen = screen({
  address: routes.poster,
  load: (reader, { poster }) => posterToPrint(reader, poster),
  show: ({ thing: { poster, words, mayWord } }) => ({
    title: posters[poster].name,
    back: { href: routes.posters.to(), text: 'Posters' },
    body: (
      <div class="ly-wide ly-poster-page">
        <div class="ly-poster-page__words">
          <Heading>{posters[poster].name}</Heading>
          <Paragraph>{posters[poster].about}.</Paragraph>
          <div class="ly-acts">
            <ButtonLink href={routes.print.to({ poster })}>Print this poster</ButtonLink>
            {mayWord && (
              <ButtonLink href={routes.wording.to({ poster })} kind="secondary">
                Word it otherwise
              </ButtonLink>
            )}
          </div>
          <Details summary="What it says">
            <Said words={words} />
          </Details>
        </div>
        <img
          class="ly-poster-page__picture"
          src={pictureAt(poster, words, 'large')}
          alt={`The poster as it would be printed: ${words.title}`}
          width={450}
          height={636}
        />
      </div>
    ),
  }),
})
