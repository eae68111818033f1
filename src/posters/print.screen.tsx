import { choice, type Field, tidy } from '../kit/forms/index.ts'
import { routes as people } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Link, Paragraph, Radios, Textarea } from '../ui/index.ts'
import { posterToPrint } from './access.ts'
import { printPosters } from './print-posters.ts'
import { routes } from './routes.ts'
import { mostPlaces, posters, sizeIds, sizes } from './rules.ts'

const longestPlace = 120

/** Places in words, one to a line. */
const places: Field<readonly [string, ...string[]]> = {
  parse(typed) {
    const [first, ...others] = tidy(typed)
      .split('\n')
      .map(line => line.replace(/\s+/g, ' ').trim())
      .filter(line => line !== '')
    if (!first) return { ok: false, sentence: 'Enter where the poster will hang' }
    if (others.length >= mostPlaces)
      return { ok: false, sentence: `Enter at most ${mostPlaces} places, and print again for the others` }
    if ([first, ...others].some(line => line.length > longestPlace))
      return { ok: false, sentence: `Each place must be ${longestPlace} characters or fewer` }
    return { ok: true, value: [first, ...others] }
  },
}

/** How large, how many, and where each will hang. */
export const printScreen = screen({
  address: routes.print,
  fields: { size: choice(sizeIds, 'Choose the paper'), places },
  load: (reader, { poster }) => posterToPrint(reader, poster),
  show: ({ thing: { poster }, form: { typed, errors } }) => ({
    title: `Print: ${posters[poster].name}`,
    back: { href: routes.poster.to({ poster }), text: posters[poster].name },
    body: (
      <>
        <Heading>Print: {posters[poster].name}</Heading>
        <Paragraph>
          Each place gets a poster with a code of its own. It goes on the register, so that it can be replaced
          when it is out of date. You look after it until somebody takes that over.
        </Paragraph>
        <form method="post" noValidate>
          <Radios
            name="size"
            label="Paper"
            options={sizeIds.map(size => ({ value: size, text: sizes[size] }))}
            value={typed.size ?? 'a4'}
            error={errors.size}
          />
          <Textarea
            name="places"
            label="Where each will hang"
            hint="One place to a line, and one poster for each. For example: Hall, beside the front door"
            rows={4}
            value={typed.places}
            error={errors.places}
          />
          <Button once>Print</Button>
        </form>
      </>
    ),
  }),
  submit: printPosters,
  done: ids => (ids.length === 1 ? routes.printing.to({ printing: ids[0] ?? '' }) : routes.register.to()),
  told: ids =>
    ids.length === 1
      ? 'It is on the register. Download it and print it.'
      : `${ids.length} are on the register. Download each and print it.`,
  refused: {
    'names-missing': () => (
      <>
        Nothing was printed yet: this poster says whom to tell, and no designated person has a telephone
        number here. An administrator or a senior manager gives it under{' '}
        <Link href={people.organisation.to()}>Our names and numbers</Link>.
      </>
    ),
    'does-not-fit': () =>
      'Nothing was printed: its words and our names are more than fit at a size that can be read from two metres. Leave out a point, or shorten what we say of ourselves.',
  },
})
