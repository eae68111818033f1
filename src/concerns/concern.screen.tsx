import { inFull } from '../kit/clock.ts'
import { emptyForm } from '../kit/forms/index.ts'
import { organisationFacts } from '../people/index.ts'
import type { PersonActor, Writer } from '../records/index.ts'
import { abouts, whats } from '../routing/index.ts'
import { screen } from '../screens/index.ts'
import { UnlockFirst } from '../sealing/index.ts'
import { Heading, Inset, Paragraph, Subheading, SummaryList } from '../ui/index.ts'
import { aboutNow } from './about-of.ts'
import { concernToRead } from './access.ts'
import { caseOf } from './casework/case-of.ts'
import { SayWhy } from './casework/open.screen.tsx'
import { openingOf } from './casework/opening.ts'
import { Marked, People, Stands, ToDo } from './casework/shown.tsx'
import { settingsOf } from './limits.ts'
import { Acts } from './page/acts.tsx'
import { Chronology, CorrectedBy } from './page/chronology.tsx'
import { Danger, Now } from './page/now.tsx'
import { Outside } from './page/outside.tsx'
import { tellingsOf } from './page/tellings.ts'
import { routes } from './routes.ts'
import type { Said } from './said.ts'

/** The words with names beside them; or that they are locked. Opening it is an entry before a word is shown. */
async function load(
  writer: Writer<PersonActor>,
  at: { readonly concern: string; readonly query: URLSearchParams },
) {
  const concern = await concernToRead(writer, at.concern)
  if (concern === undefined) return undefined
  if (concern === 'locked') return { locked: true, id: at.concern } as const
  if ((await openingOf(writer, concern.row)) === 'say-why')
    return { locked: 'say-why', id: at.concern } as const
  const office = await organisationFacts(writer)
  const of = await caseOf(writer, concern)
  const { now, actor } = writer
  const tellings = tellingsOf(concern, of, settingsOf(office))
  const whole = at.query.has('whole')
  return { locked: false, concern, of, office, tellings, whole, now, me: actor.personId } as const
}
type Opened = Extract<NonNullable<Awaited<ReturnType<typeof load>>>, { locked: false }>

/**
 * One concern, to whoever reads it: what it is and whether somebody may be in danger, what to do now, what was said, all that has
 * happened since; beside it whom to tell outside, everything one can do, and who is in it.
 */
export const concernScreen = screen({
  address: routes.concern,
  loadOnRecord: load,
  show: ({ thing }) => ({
    title: 'A concern',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body:
      thing.locked === 'say-why' ? (
        <SayWhy concern={thing.id} form={emptyForm} />
      ) : thing.locked ? (
        <>
          <Heading>A concern</Heading>
          <UnlockFirst next={routes.concern.to({ concern: thing.id })} />
        </>
      ) : (
        <Open {...thing} />
      ),
  }),
})

const Open = (opened: Opened) => {
  const { concern, of, tellings, office, now, whole } = opened
  const { row } = concern
  return (
    <div class="ly-wide">
      <Heading>A concern</Heading>
      <Stands of={of} now={now} />
      {row.what.map(one => (
        <p key={one} class="govuk-body-l ly-case__what">
          {whats[one]}
        </p>
      ))}
      <Paragraph>
        {aboutNow(row, of.subjects)
          .map(one => abouts[one])
          .join('; ')}
        .
      </Paragraph>
      <Danger concern={concern} of={of} />
      <Now {...opened} />
      <div class="ly-case">
        <div class="ly-case__main">
          <WhatWasSaid {...opened} />
          <Marked concern={concern} />
          <Chronology concern={concern} of={of} whole={whole} />
        </div>
        <div class="ly-case__beside">
          <ToDo concern={concern} of={of} />
          <Outside concern={concern} tellings={tellings} office={office} now={now} />
          <Acts concern={concern} of={of} />
          <People concern={concern} of={of} />
        </div>
      </div>
    </div>
  )
}

const WhatWasSaid = ({ concern: { row, said, pieces }, of }: Opened) => (
  <>
    <Subheading>What was said, {inFull(row.reported_at)}</Subheading>
    <p class="govuk-body ly-lines ly-case__said">{said.words}</p>
    <CorrectedBy number={1} pieces={pieces} />
    {said.message && (
      <Inset>
        <p class="govuk-body ly-lines">{said.message}</p>
      </Inset>
    )}
    <SummaryList
      class="ly-case__facts"
      rows={[
        ['Child', said.who],
        ['Adult', said.adult],
        ['When and where', said.when],
        ['Online', said.web],
        ['Device', said.device],
        [
          'Told by',
          row.reported_by ? of.nameOf(row.reported_by) : (said.name ?? 'Somebody who gave no name'),
        ],
        ['To reach them', said.reach],
        ['From paper', said.paper && fromPaper(said.paper)],
      ].flatMap(([key, value]) => (value ? [{ key: `${key}`, value }] : []))}
    />
  </>
)

/** From paper at 14:05 on 2026-11-26 by …, copied by …. */
const fromPaper = ({ by, at, copiedBy }: NonNullable<Said['paper']>) =>
  `Written at ${at} by ${by ?? 'somebody who gave no name'}, copied by ${copiedBy}`
