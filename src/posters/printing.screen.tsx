import { inDays } from '../kit/clock.ts'
import { choice } from '../kit/forms/index.ts'
import { person } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Link, Paragraph, Radios, SummaryList } from '../ui/index.ts'
import { type PrintingHere, printingToEnd, printingToSee } from './access.ts'
import { replace, takeDown } from './end-printing.ts'
import { routes } from './routes.ts'
import { type PosterId, posters, sizes, tellsByCode } from './rules.ts'
import { standingOf } from './words-now.ts'

/** What the code of a printing opens; of one that leads to where we are told, the page that says whether it is current. */
const pageOf = ({ code, poster }: { readonly code: string; readonly poster: PosterId }): string =>
  `${routes.printed.to({ code })}${tellsByCode.includes(poster) ? '?current' : ''}`

/** One printing: where it hangs, whether it is current, its file, and what became of it. */
export const printingScreen = screen({
  address: routes.printing,
  load: async (reader, { printing }) => {
    const here = await printingToSee(reader, printing)
    if (!here) return undefined
    const keeper = await person(reader, here.printing.keeper_id)
    return { ...here, keeper: keeper?.name ?? '' }
  },
  show: ({ thing }) => {
    const { printing, keeper, mayEnd } = thing
    const { current, by } = standingOf(printing, thing.now)
    const hangs = !printing.ended_at
    return {
      title: `${posters[printing.poster].name}: ${printing.place}`,
      back: { href: routes.register.to(), text: 'Where posters hang' },
      body: (
        <>
          <Heading>
            {posters[printing.poster].name}: {printing.place}
          </Heading>
          {hangs && !current && (
            <Inset>
              This poster is out of date: there is {by}. Take it down, or print it anew for the same place.
            </Inset>
          )}
          <SummaryList
            rows={[
              { key: 'Where it hangs', value: printing.place },
              { key: 'Paper', value: sizes[printing.size] },
              { key: 'Printed', value: inDays(printing.printed_at) },
              { key: 'Looked after by', value: keeper },
              { key: 'Standing', value: standingWords(thing) },
              {
                key: 'What its code opens',
                value: <Link href={pageOf(printing)}>Its page for anybody</Link>,
              },
            ]}
          />
          <div class="ly-acts">
            {hangs && current && (
              <ButtonLink href={routes.file.to({ printing: printing.id })}>
                Download the poster (PDF)
              </ButtonLink>
            )}
            {hangs && mayEnd && (
              <ButtonLink
                href={routes.end.to({ printing: printing.id })}
                kind={current ? 'secondary' : undefined}
              >
                Replace it or take it down
              </ButtonLink>
            )}
          </div>
        </>
      ),
    }
  },
})

function standingWords({ printing, now }: PrintingHere): string {
  const { ended_at, ended_how, superseded_at } = printing
  if (ended_at) return `${ended_how === 'replaced' ? 'Replaced' : 'Taken down'} on ${inDays(ended_at)}`
  const { current, by } = standingOf(printing, now)
  if (current) return 'Current'
  return `Out of date${superseded_at ? ` since ${inDays(superseded_at)}` : ''}, because of ${by}`
}

/** Says of a printing that hangs that it no longer does. */
export const endScreen = screen({
  address: routes.end,
  fields: {
    how: choice(['replaced', 'taken-down'], 'Choose what you do with it'),
  },
  load: (reader, { printing }) => printingToEnd(reader, printing),
  show: ({ thing: { printing }, form: { typed, errors } }) => ({
    title: `Replace or take down: ${posters[printing.poster].name}`,
    back: { href: routes.printing.to({ printing: printing.id }), text: printing.place },
    body: (
      <>
        <Heading>Replace or take down: {posters[printing.poster].name}</Heading>
        <Paragraph>It hangs here: {printing.place}.</Paragraph>
        <form method="post" noValidate>
          <Radios
            name="how"
            label="What do you do with it?"
            options={[
              {
                value: 'replaced',
                text: 'Print it anew for the same place',
                hint: 'You get a new file to print. Hang it in place of this one.',
              },
              { value: 'taken-down', text: 'I have taken it down', hint: 'Nothing hangs there any more.' },
            ]}
            value={typed.how}
            error={errors.how}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, thing, { how }) => (how === 'replaced' ? replace(writer, thing) : takeDown(writer, thing)),
  done: printing => routes.printing.to({ printing }),
  told: (_, __, { how }) =>
    how === 'replaced'
      ? 'Here is the new one. Download it, and hang it in the old one’s place.'
      : 'It is taken down.',
  refused: {
    'does-not-fit': () =>
      'Nothing was printed: its words and our names are more than fit at a size that can be read from two metres. An administrator can leave out a point.',
  },
})
