import type { Field } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Link, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { organisationToChange } from './access.ts'
import { colourFrom, contrastWithWhite, darkEnough, leastContrast } from './colour.ts'
import { say } from './say.ts'
import { Swatch } from './swatch.tsx'

const colour: Field<string> = {
  parse(typed) {
    const value = colourFrom(typed ?? '')
    return value
      ? { ok: true, value }
      : { ok: false, sentence: 'Enter the colour as # and six digits or letters a to f, like #1d57a5' }
  },
}

/** The organisation's colour: one that white words can be read upon. */
export const colourScreen = screen({
  address: routes.colour,
  fields: { colour },
  load: organisationToChange,
  show: ({ thing: facts, form: { typed, errors }, query }) => {
    const shown = typed.colour ?? colourFrom(query.get('colour') ?? '') ?? facts.colour
    return {
      title: 'Our colour',
      back: { href: routes.organisation.to(), text: 'Our names and numbers' },
      body: (
        <>
          <Heading>Our colour</Heading>
          <Paragraph>
            The band across our posters, with white words on it. Who made the logo can say which colour it is,
            as # and six digits or letters.
          </Paragraph>
          <form method="post" noValidate>
            <Input
              name="colour"
              label="Colour"
              hint="For example #1d57a5"
              width={10}
              autocomplete="off"
              spellcheck={false}
              value={shown}
              error={errors.colour}
              after={<Swatch colour={colourFrom(shown) ?? '#ffffff'} />}
            />
            <Button once>Save</Button>
          </form>
        </>
      ),
    }
  },
  submit: async (writer, here, { colour: chosen }) => {
    const contrast = contrastWithWhite(chosen)
    if (contrast < leastContrast)
      return refuse('too-light', { chosen, contrast, instead: darkEnough(chosen) })
    return say(writer, here, 'colour', { colour: chosen })
  },
  done: () => routes.organisation.to(),
  told: (_, __, { colour: chosen }) => `Our colour is ${chosen} from now on.`,
  refused: {
    'too-light': ({ facts: { chosen, contrast, instead } }) => (
      <>
        White words cannot be read on {chosen}: it stands out from white {contrast.toFixed(1)} to 1, and at
        least {leastContrast} to 1 is needed. Nothing was changed. The nearest that is dark enough is{' '}
        <Swatch colour={instead} />{' '}
        <Link href={`${routes.colour.to()}?colour=${encodeURIComponent(instead)}`}>{instead}: use it</Link>,
        and save.
      </>
    ),
  },
})
